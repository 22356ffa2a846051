package dev.kafkaorders.lab.benchmark.replaying;

import dev.kafkaorders.cluster.Users;
import dev.kafkaorders.events.Topics;
import dev.kafkaorders.lab.benchmark.paying.PaymentTables;
import dev.kafkaorders.lab.benchmark.paying.PaymentTopics;
import dev.kafkaorders.lab.benchmark.paying.TablesOfTheService;
import dev.kafkaorders.lab.benchmark.stack.BenchmarkStack;
import dev.kafkaorders.lab.benchmark.workload.Lookout;
import dev.kafkaorders.lab.benchmark.workload.WrittenRecords;
import java.time.Duration;
import java.util.Map;

/// Real dead letters: orders that the gateway refuses, put to death by payment-consumer.
record DeadLetters(BenchmarkStack stack, PaymentTopics topics) {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /// Has the dead-letter topic hold so many, and then nobody read orders any more.
    void make(long letters) {
        var tables = PaymentTables.of(stack);
        new TablesOfTheService(stack).make(tables);
        tables.clear();
        topics.place(letters, _ -> "pm_broken");
        var written = new WrittenRecords(stack.clientAs(Users.ADMIN));
        var topic = Topics.deadLetters(Topics.PAYMENT_CONSUMER);
        // Each is an error in the log of who has them in production, and hundreds of megabytes
        // here.
        var environment = Map.of("LOGGING_LEVEL_ROOT", "off");
        var service = stack.service(Users.PAYMENT_CONSUMER, Users.PAYMENT_CONSUMER, environment);
        service.start();
        try {
            if (!Lookout.atMost(PATIENCE, () -> tables.dead() >= letters)) {
                throw new IllegalStateException("not all of the orders died");
            }
        } finally {
            service.stop();
        }
        var there = written.in(topic).total();
        if (there != letters) {
            throw new IllegalStateException(
                    "%d dead letters instead of %d".formatted(there, letters));
        }
    }
}
