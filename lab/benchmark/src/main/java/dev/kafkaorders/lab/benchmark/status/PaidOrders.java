package dev.kafkaorders.lab.benchmark.status;

import dev.kafkaorders.cluster.Users;
import dev.kafkaorders.events.Topics;
import dev.kafkaorders.lab.benchmark.paying.PaymentTables;
import dev.kafkaorders.lab.benchmark.paying.PaymentTopics;
import dev.kafkaorders.lab.benchmark.paying.TablesOfTheService;
import dev.kafkaorders.lab.benchmark.stack.BenchmarkStack;
import dev.kafkaorders.lab.benchmark.workload.WrittenRecords;
import java.time.Duration;
import java.util.Map;

/// Orders in one topic and their payments, by payment-consumer, in another.
record PaidOrders(BenchmarkStack stack, PaymentTopics topics) {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /// Has the topics hold so many of each and nothing else, and then nobody read them any more.
    void make(long orders) {
        var tables = PaymentTables.of(stack);
        new TablesOfTheService(stack).make(tables);
        tables.clear();
        topics.place(orders, _ -> "pm_ok");
        var written = new WrittenRecords(stack.clientAs(Users.ADMIN));
        var service = stack.service(Users.PAYMENT_CONSUMER, Users.PAYMENT_CONSUMER, Map.of());
        service.start();
        try (var end = written.endOf(Topics.PAYMENTS)) {
            end.awaitAll(PATIENCE, orders);
        } finally {
            service.stop();
        }
        var there = written.in(Topics.PAYMENTS).total();
        if (there != orders) {
            throw new IllegalStateException("%d payments instead of %d".formatted(there, orders));
        }
    }
}
