package dev.kafkaorders.lab.benchmark.footprint;

import dev.kafkaorders.cluster.Users;
import dev.kafkaorders.lab.benchmark.frame.Benchmark;
import dev.kafkaorders.lab.benchmark.frame.Cell;
import dev.kafkaorders.lab.benchmark.frame.Goal;
import dev.kafkaorders.lab.benchmark.frame.Metric;
import dev.kafkaorders.lab.benchmark.stack.BenchmarkStack;
import dev.kafkaorders.localstack.Service;
import java.util.List;
import java.util.Map;

/// What a service takes: time until it is ready, memory before and after work, its image.
public final class Footprint implements Benchmark {
    private static final int CALLERS = 16;

    @Override
    public String name() {
        return "footprint";
    }

    @Override
    public String question() {
        return "How long does a service take to start, and what does it take of the machine?";
    }

    @Override
    public List<Cell> cells(BenchmarkStack stack) {
        var orderProducer = service(stack, Users.ORDER_PRODUCER);
        var replayer = service(stack, Users.DLQ_REPLAYER);
        return List.of(
                Cell.of(
                        "each service",
                        List.of(
                                new ServiceArm(
                                        stack,
                                        orderProducer,
                                        new OrdersFrom(CALLERS, orderProducer)),
                                new ServiceArm(
                                        stack,
                                        service(stack, Users.PAYMENT_CONSUMER),
                                        new OrdersToPay(CALLERS, orderProducer)),
                                new ServiceArm(
                                        stack,
                                        replayer,
                                        new Visitors(
                                                CALLERS, replayer, stack.replayerPassword())))));
    }

    @Override
    public List<Goal> goals() {
        return List.of();
    }

    @Override
    public Metric pictured() {
        return ServiceArm.START;
    }

    private static Service service(BenchmarkStack stack, String name) {
        return stack.service(name, name, Map.of());
    }
}
