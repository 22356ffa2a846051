package dev.kafkaorders.orders.publishing;

import dev.kafkaorders.orders.publishing.FailureRules.Verdict;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.Producer;

/// What the transactions tell about themselves: how many ended how, how many requests shared one,
/// how long a commit took, how many producers were given up.
final class PublishingMetrics {

    private static final String COMMITTED = "committed";

    private final MeterRegistry registry;
    private final DistributionSummary requests;
    private final Timer commit;
    private final Counter replacements;
    private final Map<String, KafkaClientMetrics> clients = new ConcurrentHashMap<>();

    PublishingMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.requests =
                DistributionSummary.builder("orders.publishing.transaction.requests")
                        .description("Requests that shared a transaction")
                        .serviceLevelObjectives(1, 2, 5, 10, 20, 50, 100, 200, 500)
                        .register(registry);
        this.commit =
                Timer.builder("orders.publishing.commit")
                        .description("From asking for the commit to having it")
                        .publishPercentileHistogram()
                        .register(registry);
        this.replacements =
                Counter.builder("orders.publishing.producer.replacements")
                        .description("Producers that were given up because they could not go on")
                        .register(registry);
        // So that the first one that is aborted is an increase, not a beginning.
        var _ = transactions(COMMITTED);
        for (var verdict : Verdict.values()) {
            var _ = transactions(name(verdict));
        }
    }

    void measure(WaitingRoom waitingRoom) {
        Gauge.builder("orders.publishing.waiting.requests", waitingRoom, WaitingRoom::size)
                .description("Requests that wait for a transaction")
                .register(registry);
    }

    void ended(Transaction.Ending ending, int requestsInGroup) {
        requests.record(requestsInGroup);
        var outcome =
                switch (ending) {
                    case Transaction.Ending.Committed committed -> {
                        commit.record(committed.commitTook());
                        yield COMMITTED;
                    }
                    case Transaction.Ending.Failed failed -> name(failed.verdict());
                };
        transactions(outcome).increment();
    }

    private Counter transactions(String outcome) {
        return registry.counter("orders.publishing.transactions", "outcome", outcome);
    }

    private static String name(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }

    void producerReplaced() {
        replacements.increment();
    }

    /// Publishes the client's own metrics until it is forgotten.
    void watch(String transactionalId, Producer<byte[], byte[]> producer) {
        var client =
                new KafkaClientMetrics(
                        producer, List.of(Tag.of("transactional.id", transactionalId)));
        client.bindTo(registry);
        clients.put(transactionalId, client);
    }

    void forget(String transactionalId) {
        var client = clients.remove(transactionalId);
        if (client != null) {
            client.close();
        }
    }
}
