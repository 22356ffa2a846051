package dev.kafkaorders.lab.benchmark.paying;

import dev.kafkaorders.localstack.process.ChildProcess;
import java.util.List;

/// Something that pays the orders of the topic, as soon as it is started.
///
/// @param name of the arm
/// @param guarantee in words
/// @param triesAgain whether it pays an order that failed once; if not, it is a dead letter
/// @param start in processes of their own, of which all are to live
public record Payer(String name, String guarantee, boolean triesAgain, Start start) {

    /// How it is started.
    @FunctionalInterface
    public interface Start {
        /// Starts all of it.
        ///
        /// @param group a consumer group that has read nothing, for those that take one
        List<ChildProcess> in(String group);
    }
}
