package dev.kafkaorders.payments.stage;

import static org.awaitility.Awaitility.await;

import dev.kafkaorders.events.Event;
import dev.kafkaorders.events.EventRecords;
import dev.kafkaorders.events.OrderCancelled;
import dev.kafkaorders.events.OrderEvent;
import dev.kafkaorders.events.PaymentEvent;
import dev.kafkaorders.events.Topics;
import dev.kafkaorders.teststack.TestStack;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/// Where a test plays: an empty Kafka, an empty database, a producer of orders, and as many
/// services as the test starts.
public final class Stage implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TestStack stack = TestStack.get();
    private final ServiceDatabase database;
    private final KafkaProducer<byte[], byte[]> producer;
    private final EventRecords records = new EventRecords();
    private final List<Runnable> stops = new ArrayList<>();

    private Stage() {
        stack.reset();
        database = new ServiceDatabase(stack.createDatabase());
        producer =
                new KafkaProducer<>(
                        Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, stack.bootstrapServers()),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
    }

    public static Stage open() {
        return new Stage();
    }

    /// Starts the service inside this JVM, with properties like `payments.gateway.url=…`.
    public Service start(String... properties) {
        return start(_ -> {}, properties);
    }

    /// Starts the service inside this JVM, with beans that only a test has.
    public Service start(
            ApplicationContextInitializer<GenericApplicationContext> beans, String... properties) {
        var service = Service.start(beans, properties(properties));
        stops.add(service::close);
        return service;
    }

    /// Starts the service as a process of its own, which blocks when it reaches the checkpoint.
    public ServiceProcess startProcess(String checkpoint, String... properties) {
        var process = ServiceProcess.start(checkpoint, properties(properties));
        stops.add(process::close);
        return process;
    }

    private List<String> properties(String... more) {
        var all = new LinkedHashMap<>(database.properties());
        all.put("server.port", "0");
        all.put("spring.kafka.bootstrap-servers", stack.bootstrapServers());
        all.put("payments.intake.instance", "test-" + stops.size());
        all.put("payments.intake.first-retry", "100ms");
        all.put("payments.intake.slowest-retry", "1s");
        for (var property : more) {
            var keyAndValue = property.split("=", 2);
            all.put(keyAndValue[0], keyAndValue[1]);
        }
        return all.entrySet().stream().map(e -> "--" + e.getKey() + "=" + e.getValue()).toList();
    }

    public UUID place(String paymentMethod) {
        var order = Orders.placed(paymentMethod);
        send(order);
        return order.orderId();
    }

    public List<UUID> place(int orders, String paymentMethod) {
        return IntStream.range(0, orders).mapToObj(_ -> place(paymentMethod)).toList();
    }

    public void cancel(UUID orderId) {
        send(new OrderCancelled(orderId, "changed my mind"));
    }

    public void send(OrderEvent event) {
        send(records.toRecord(Topics.ORDERS, Event.of("/test", Instant.now(), event)));
    }

    /// An order on a partition of the test's choice.
    public UUID placeOn(int partition, String paymentMethod) {
        var order = Orders.placed(paymentMethod);
        var record = records.toRecord(Topics.ORDERS, Event.of("/test", Instant.now(), order));
        send(
                new ProducerRecord<>(
                        Topics.ORDERS, partition, record.key(), record.value(), record.headers()));
        return order.orderId();
    }

    /// Not waited for: what a test awaits is the outcome.
    public void send(ProducerRecord<byte[], byte[]> record) {
        var _ = producer.send(record);
    }

    public List<Event<PaymentEvent>> outcomes() {
        producer.flush();
        return Log.payments(stack.bootstrapServers());
    }

    /// Writes an order in a transaction that is then aborted.
    public void sendAndAbort(OrderEvent event) {
        Map<String, Object> settings =
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        stack.bootstrapServers(),
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        "aborting");
        var serializer = new ByteArraySerializer();
        try (var aborting = new KafkaProducer<>(settings, serializer, serializer)) {
            aborting.initTransactions();
            aborting.beginTransaction();
            var _ =
                    aborting.send(
                            records.toRecord(
                                    Topics.ORDERS, Event.of("/test", Instant.now(), event)));
            aborting.flush();
            aborting.abortTransaction();
        }
    }

    public History history(Collection<UUID> placed, Map<UUID, Integer> charges) {
        var told = outcomes().stream().map(Event::data).toList();
        return new History(Set.copyOf(placed), told, charges);
    }

    public void awaitAllConsumed() {
        producer.flush();
        await().atMost(PATIENCE).until(() -> group().isCaughtUp());
    }

    public Group group() {
        return new Group(stack.bootstrapServers());
    }

    public ServiceDatabase database() {
        return database;
    }

    @Override
    public void close() {
        stops.reversed().forEach(Runnable::run);
        producer.close();
        group().awaitEmpty();
    }
}
