package dev.kafkaorders.lab.benchmark.paying;

import dev.kafkaorders.localstack.process.ChildProcess;
import java.util.List;

/// Something that pays the orders of the topic, as soon as it is started.
///
/// @param name of the arm
/// @param guarantee in words
/// @param thoroughness what becomes of the orders
/// @param start in processes of their own, of which all are to live
public record Payer(String name, String guarantee, Thoroughness thoroughness, Start start) {

    /// How far it goes.
    public enum Thoroughness {
        /// All orders are paid, those that fail once too, and all outcomes told.
        ALL_PAID_AND_TOLD,
        /// What fails once is a dead letter. All outcomes of the others are told.
        FAILED_GIVEN_UP,
        /// Nobody is told anything.
        NOTHING_TOLD
    }

    /// How it is started.
    @FunctionalInterface
    public interface Start {
        /// Starts all of it.
        ///
        /// @param group a consumer group that has read nothing, for those that take one
        Running in(String group);
    }

    /// What was started.
    ///
    /// @param group that it reads the orders in
    /// @param members how many consumers of that group it has, once all have started
    public record Running(String group, int members, List<ChildProcess> processes) {}
}
