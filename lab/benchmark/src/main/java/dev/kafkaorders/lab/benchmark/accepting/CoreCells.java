package dev.kafkaorders.lab.benchmark.accepting;

import dev.kafkaorders.cluster.Users;
import dev.kafkaorders.lab.benchmark.frame.Arm;
import dev.kafkaorders.lab.benchmark.frame.Cell;
import dev.kafkaorders.lab.benchmark.frame.Round;
import dev.kafkaorders.lab.benchmark.stack.BenchmarkStack;
import dev.kafkaorders.lab.benchmark.stack.ScratchTopic;
import java.util.List;
import java.util.Map;

/// Accepting within one JVM: what is between a request that was read and its answer.
final class CoreCells {
    static final String SHARED = "shared transactions";
    static final String PER_REQUEST = "a transaction per request";
    static final String LIMIT = "kafka-producer-perf-test";

    /// As many as a service would keep: each has buffers and a connection to each broker.
    static final int MOST_PRODUCERS = 64;

    private static final String ATOMIC =
            "event and answer, both or none, answered after the commit";

    private final BenchmarkStack stack;
    private final Map<String, String> client;
    private final ScratchTopic orders;
    private final ScratchTopic answers;
    private final OrderRecords records;

    CoreCells(BenchmarkStack stack) {
        this.stack = stack;
        client = stack.clientAs(Users.ADMIN);
        orders = new ScratchTopic(stack, "benchmark-orders");
        answers = new ScratchTopic(stack, "benchmark-answers");
        records = OrderRecords.to(orders.name(), answers.name());
    }

    static String name(int callers) {
        return "core, %d caller%s".formatted(callers, callers == 1 ? "" : "s");
    }

    Cell with(int callers) {
        return new Cell(name(callers), this::emptyTopics, arms(callers));
    }

    private void emptyTopics(Round round) throws InterruptedException {
        orders.renew();
        answers.renew();
    }

    private List<Arm> arms(int callers) {
        return List.of(
                new CallersArm(
                        SHARED,
                        ATOMIC,
                        callers,
                        () -> new SharedTransactionsAcceptor(client, records)),
                new CallersArm(
                        PER_REQUEST,
                        ATOMIC,
                        callers,
                        () ->
                                new PerRequestAcceptor(
                                        client, Math.min(callers, MOST_PRODUCERS), records)),
                new CallersArm(
                        "idempotent producer",
                        "each record once, answered when both are written; a crash can leave one of"
                                + " them",
                        callers,
                        () -> new IdempotentAcceptor(client, records)),
                new PerfTestArm(stack, records.meanSize()));
    }
}
