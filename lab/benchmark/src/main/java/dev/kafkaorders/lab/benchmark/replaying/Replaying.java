package dev.kafkaorders.lab.benchmark.replaying;

import dev.kafkaorders.cluster.Users;
import dev.kafkaorders.events.Topics;
import dev.kafkaorders.lab.benchmark.frame.Benchmark;
import dev.kafkaorders.lab.benchmark.frame.Cell;
import dev.kafkaorders.lab.benchmark.frame.Figure;
import dev.kafkaorders.lab.benchmark.frame.Goal;
import dev.kafkaorders.lab.benchmark.frame.Metric;
import dev.kafkaorders.lab.benchmark.paying.PaymentTopics;
import dev.kafkaorders.lab.benchmark.stack.BenchmarkStack;
import java.util.List;

/// How fast a dead-letter topic is written back to where its records came from.
public final class Replaying implements Benchmark {
    static final String REPLAYER = "this replayer";
    static final String COPY = "raw copy, the limit";

    private static final String CELL = "all dead letters";

    @Override
    public String name() {
        return "replaying";
    }

    @Override
    public String question() {
        return "How fast are dead letters brought back?";
    }

    @Override
    public List<Cell> cells(BenchmarkStack stack) {
        var paying = new PaymentTopics(stack.clientAs(Users.ADMIN), Topics.PARTITIONS);
        var topics = new ReplayTopics(stack, paying);
        return List.of(
                new Cell(
                        CELL,
                        round -> new DeadLetters(stack, paying).make(round.records()),
                        List.of(
                                new ReplayArm(
                                        REPLAYER,
                                        "each letter once, with its entry in the ledger, in one"
                                                + " transaction; what was replayed is skipped",
                                        topics,
                                        new Replayer(stack)),
                                new ReplayArm(
                                        COPY,
                                        "none: no transaction, no ledger; what is copied when it"
                                                + " dies is copied again",
                                        topics,
                                        new Copier(stack)))));
    }

    @Override
    public List<Goal> goals() {
        return List.of(
                new Goal.AtLeastTimes(
                        "replaying: at least 60 % of a raw copy",
                        new Figure(CELL, REPLAYER, Metric.RATE),
                        0.6,
                        new Figure(CELL, COPY, Metric.RATE)));
    }
}
