package dev.kafkaorders.lab.benchmark.micro;

import dev.kafkaorders.lab.benchmark.frame.Arm;
import dev.kafkaorders.lab.benchmark.frame.Benchmark;
import dev.kafkaorders.lab.benchmark.frame.Cell;
import dev.kafkaorders.lab.benchmark.frame.Goal;
import dev.kafkaorders.lab.benchmark.stack.BenchmarkStack;
import dev.kafkaorders.payments.intake.ParkingCheck;
import java.nio.file.Path;
import java.util.List;

/// What is done for each record and is too small to be seen from outside.
public final class Micro implements Benchmark {
    @Override
    public String name() {
        return "micro";
    }

    @Override
    public String question() {
        return "How often a second can one thread do what is done for each record?";
    }

    @Override
    public List<Cell> cells(BenchmarkStack stack) {
        var log = stack.directory().resolve("jmh.log");
        List<Arm> serializer =
                List.of(
                        new JmhArm(
                                "write an event",
                                "JSON, and the CloudEvents attributes as headers",
                                EventSerialization.class,
                                "write",
                                log),
                        new JmhArm(
                                "read an event",
                                "JSON and headers, checked; unknown fields are ignored",
                                EventSerialization.class,
                                "read",
                                log));
        return List.of(
                Cell.of("serializer", serializer),
                Cell.of(
                        "parking check",
                        List.of(
                                parking("events of new orders", "allNew", log),
                                parking("1 % behind a retry", "someWaiting", log),
                                parking("all behind a retry", "allWaiting", log))));
    }

    @Override
    public List<Goal> goals() {
        return List.of();
    }

    private static Arm parking(String name, String method, Path log) {
        return new JmhArm(
                name,
                "order per key: nothing overtakes what waits",
                ParkingCheck.class,
                method,
                log);
    }
}
