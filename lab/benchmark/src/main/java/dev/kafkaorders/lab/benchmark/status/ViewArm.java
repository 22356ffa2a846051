package dev.kafkaorders.lab.benchmark.status;

import dev.kafkaorders.cluster.Users;
import dev.kafkaorders.events.Topics;
import dev.kafkaorders.lab.benchmark.frame.Arm;
import dev.kafkaorders.lab.benchmark.frame.Measured;
import dev.kafkaorders.lab.benchmark.frame.Metric;
import dev.kafkaorders.lab.benchmark.frame.Round;
import dev.kafkaorders.lab.benchmark.paying.PaymentTopics;
import dev.kafkaorders.lab.benchmark.stack.BenchmarkStack;
import dev.kafkaorders.lab.benchmark.workload.FreshTopics;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// A round of the view: order-producer starts with no state at all, and is watched in how far it
/// has come.
final class ViewArm implements Arm {
    static final Metric FACTS = new Metric("taken in", "facts", Metric.Better.MORE);

    private static final Set<String> OF_THE_VIEW =
            Set.of(
                    Topics.ORDER_STATUS,
                    Topics.ORDER_STATUS_ORDERS_CHANGELOG,
                    Topics.ORDER_STATISTICS,
                    Topics.ORDER_STATUS_COUNTS_CHANGELOG);

    private static final Duration START = Duration.ofSeconds(60);

    /// It was placed, and it was paid.
    private static final int FACTS_OF_AN_ORDER = 2;

    private final String name;
    private final BenchmarkStack stack;
    private final PaymentTopics paying;
    private final FreshTopics fresh;

    ViewArm(String name, BenchmarkStack stack, PaymentTopics paying) {
        this.name = name;
        this.stack = stack;
        this.paying = paying;
        fresh = new FreshTopics(stack.clientAs(Users.ADMIN));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String guarantee() {
        return "each fact once, whatever comes twice or late, with its state and its"
                + " statistics, in one transaction";
    }

    @Override
    public Measured measure(Round round) {
        renew();
        var state = stack.directory().resolve("status-" + UUID.randomUUID());
        var service =
                stack.service(
                        Users.ORDER_PRODUCER,
                        Users.ORDER_PRODUCER,
                        Map.of("ORDERS_STATUS_STATEDIRECTORY", state.toString()));
        // It is ready once it has caught up, which is what is measured.
        service.launch();
        try (var facts = new CommittedFacts(stack.clientAs(Users.ADMIN))) {
            facts.await(START, 1);
            facts.await(round.time(), FACTS_OF_AN_ORDER * round.records());
            var taken = facts.completions();
            return Measured.of(Metric.RATE, taken.rate()).with(FACTS, (double) taken.total());
        } finally {
            service.stop();
        }
    }

    /// Forgets all that was worked out before.
    private void renew() {
        fresh.forget(Topics.ORDER_STATUS_APPLICATION);
        fresh.make(FreshTopics.ofTheSuite(OF_THE_VIEW::contains, Topics.PARTITIONS));
    }

    @Override
    public void close() {
        paying.leave();
        renew();
    }
}
