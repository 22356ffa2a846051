package dev.kafkaorders.orders.publishing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kafkaorders.cluster.Users;
import dev.kafkaorders.events.Topics;
import dev.kafkaorders.teststack.TestStack;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.util.unit.DataSize;

/// The publishing core on the test's Kafka, with one lane.
final class Core implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(4);

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final PublishingSettings settings;
    private final SharedTransactions transactions;

    private Core(
            PublishingSettings settings,
            Map<String, Object> client,
            UnaryOperator<Producer<byte[], byte[]>> decoration) {
        Function<String, Producer<byte[], byte[]>> producers =
                producers(settings, client).andThen(decoration);
        this.settings = settings;
        this.transactions = new SharedTransactions(settings, producers, registry);
    }

    static Core of(String instanceId) {
        return of(instanceId, 1000);
    }

    static Core of(String instanceId, int maxWaitingRequests) {
        var settings = settings(instanceId, maxWaitingRequests, TIMEOUT);
        return new Core(
                settings, TestStack.get().clientAs(Users.ORDER_PRODUCER), UnaryOperator.identity());
    }

    static Core started(String instanceId) {
        return started(instanceId, UnaryOperator.identity());
    }

    static Core started(String instanceId, UnaryOperator<Producer<byte[], byte[]>> decoration) {
        var settings = settings(instanceId, 1000, TIMEOUT);
        var core = new Core(settings, TestStack.get().clientAs(Users.ORDER_PRODUCER), decoration);
        core.start();
        return core;
    }

    static Core withoutKafka(String instanceId) {
        var settings = settings(instanceId, 1000, Duration.ofSeconds(2));
        var core =
                new Core(
                        settings,
                        Map.of("bootstrap.servers", "localhost:1"),
                        UnaryOperator.identity());
        core.start();
        return core;
    }

    /// Opens a transaction and does nothing more, as if killed.
    static void abandonTransaction(
            String instanceId, Duration timeout, ProducerRecord<byte[], byte[]> record) {
        var settings = settings(instanceId, 1, timeout);
        var producer =
                producers(settings, TestStack.get().clientAs(Users.ORDER_PRODUCER))
                        .apply(settings.transactionalId(0));
        producer.initTransactions();
        producer.beginTransaction();
        var _ = producer.send(record);
        producer.flush();
    }

    void start() {
        transactions.start();
    }

    /// Takes the lane's `transactional.id` over, as another instance with the same id would.
    void fence() {
        var other = producers(settings, TestStack.get().clientAs(Users.ORDER_PRODUCER));
        try (var producer = other.apply(settings.transactionalId(0))) {
            producer.initTransactions();
        }
    }

    CompletableFuture<Publication> publish(String value) {
        return publish(List.of(new ProducerRecord<>(Topics.ORDERS, value.getBytes(UTF_8))));
    }

    CompletableFuture<Publication> publish(List<ProducerRecord<byte[], byte[]>> records) {
        return transactions.publish(records);
    }

    double transactions(String outcome) {
        return registry.get("orders.publishing.transactions")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    double replacements() {
        return registry.get("orders.publishing.producer.replacements").counter().count();
    }

    @Override
    public void close() {
        transactions.stop();
    }

    private static TransactionalProducers producers(
            PublishingSettings settings, Map<String, Object> client) {
        return new TransactionalProducers(client, settings);
    }

    private static PublishingSettings settings(
            String instanceId, int maxWaitingRequests, Duration transactionTimeout) {
        return new PublishingSettings(
                // order-producer may use transactional ids that begin with its name.
                "order-producer-" + instanceId,
                1,
                maxWaitingRequests,
                DataSize.ofMegabytes(32),
                500,
                5000,
                Duration.ofMillis(50),
                Duration.ofMillis(2),
                Duration.ofSeconds(5),
                transactionTimeout);
    }
}
