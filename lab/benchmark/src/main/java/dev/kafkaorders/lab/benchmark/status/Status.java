package dev.kafkaorders.lab.benchmark.status;

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

/// How fast the states of orders follow from the topics.
public final class Status implements Benchmark {
    private static final String CELL = "orders that are paid";
    private static final String VIEW = "this view";

    @Override
    public String name() {
        return "status";
    }

    @Override
    public String question() {
        return "How fast does the status view follow what becomes of orders?";
    }

    @Override
    public List<Cell> cells(BenchmarkStack stack) {
        var paying = new PaymentTopics(stack.clientAs(Users.ADMIN), Topics.PARTITIONS);
        return List.of(
                new Cell(
                        CELL,
                        round -> new PaidOrders(stack, paying).make(round.records()),
                        List.of(new ViewArm(VIEW, stack, paying))));
    }

    @Override
    public List<Goal> goals() {
        return List.of(
                new Goal.AtLeast(
                        "10,000 facts about orders a second",
                        new Figure(CELL, VIEW, Metric.RATE),
                        10_000));
    }
}
