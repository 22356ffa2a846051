package dev.kafkaorders.payments.stage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.awaitility.Awaitility.await;

import dev.kafkaorders.cluster.Users;
import dev.kafkaorders.events.Event;
import dev.kafkaorders.events.EventId;
import dev.kafkaorders.events.EventRecords;
import dev.kafkaorders.events.EventType;
import dev.kafkaorders.events.OrderCancelled;
import dev.kafkaorders.events.OrderEvent;
import dev.kafkaorders.events.OrderPlaced;
import dev.kafkaorders.events.PaymentEvent;
import dev.kafkaorders.events.ReplayHeaders;
import dev.kafkaorders.events.Topics;
import dev.kafkaorders.payments.record.ReplayMark;
import dev.kafkaorders.teststack.TestStack;
import dev.kafkaorders.teststack.TestStack.Outage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
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
    private final Log log;
    private final Group group;
    private final EventRecords records = new EventRecords();
    private final List<Runnable> stops = new ArrayList<>();
    private List<Duration> retryDelays = Topics.PAYMENT_RETRIES;

    private Stage() {
        stack.reset();
        log = new Log(stack.topicReader());
        group = new Group(stack.clientAs(Users.ADMIN));
        database = new ServiceDatabase(stack.createDatabase());
        var settings = stack.clientAs(Users.ADMIN);
        // The topics have the say about how large a record may be.
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 2_000_000);
        producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
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

    /// Why the service doesn't start with these properties.
    public Throwable failureOfStart(String... properties) {
        try (var _ = Service.start(_ -> {}, properties(properties))) {
            throw new AssertionError("It has started");
        } catch (RuntimeException e) {
            return e;
        }
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
        all.putAll(stack.serviceAs(Users.PAYMENT_CONSUMER).properties());
        all.put("payments.intake.instance", "test-" + stops.size());
        all.put("payments.gateway.simulated", "true");
        all.put("payments.intake.first-retry", "100ms");
        all.put("payments.intake.slowest-retry", "1s");
        all.put(
                "payments.retry.delays",
                retryDelays.stream().map(Duration::toString).collect(joining(",")));
        for (var property : more) {
            var keyAndValue = property.split("=", 2);
            all.put(keyAndValue[0], keyAndValue[1]);
        }
        return all.entrySet().stream().map(e -> "--" + e.getKey() + "=" + e.getValue()).toList();
    }

    /// Has services started from now on use retry topics with these delays, and creates the topics.
    public void retryAfter(Duration... delays) {
        retryDelays = List.of(delays);
        group().createMissing(Topics.failures(Topics.PAYMENT_CONSUMER, retryDelays, (short) 1));
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
        send(Event.of("/test", Instant.now(), event));
    }

    public void send(Event<OrderEvent> event) {
        send(records.toRecord(Topics.ORDERS, event));
    }

    /// Brings a dead letter back as dlq-replayer would, each time by a replay of its own: the
    /// record as it was, and who says so.
    public void replay(ConsumerRecord<byte[], byte[]> letter) {
        var headers = new RecordHeaders();
        for (var header : letter.headers()) {
            if (!header.key().startsWith("kafka_dlt-") && !header.key().startsWith("retry-")) {
                headers.add(header);
            }
        }
        var count = ReplayMark.of(headers).map(ReplayMark::count).orElse(0) + 1;
        headers.remove(ReplayHeaders.REPLAY_ID);
        headers.remove(ReplayHeaders.REPLAY_COUNT);
        headers.add(ReplayHeaders.REPLAY_ID, UUID.randomUUID().toString().getBytes(UTF_8));
        headers.add(ReplayHeaders.REPLAY_COUNT, Integer.toString(count).getBytes(UTF_8));
        send(
                new ProducerRecord<>(
                        Topics.ORDERS, letter.partition(), letter.key(), letter.value(), headers));
    }

    /// Brings a corrected copy of a dead order back as dlq-replayer would: as an event of its own,
    /// that says which one it replaces.
    public void correct(OrderPlaced corrected) {
        var event = new Event<>(new EventId(UUID.randomUUID()), "/test", Instant.now(), corrected);
        var record = records.toRecord(Topics.ORDERS, event);
        var dead = EventId.of(corrected.orderId(), EventType.ORDER_PLACED);
        record.headers()
                .add(ReplayHeaders.REPLAY_ID, "replay-1".getBytes(UTF_8))
                .add(ReplayHeaders.REPLAY_OF, dead.toString().getBytes(UTF_8));
        send(record);
    }

    /// An order on a partition of the test's choice.
    public UUID placeOn(int partition, String paymentMethod) {
        return placeOn(partition, UUID.randomUUID(), paymentMethod);
    }

    public UUID placeOn(int partition, UUID orderId, String paymentMethod) {
        var order = Orders.placed(orderId, paymentMethod);
        sendOn(partition, records.toRecord(Topics.ORDERS, Event.of("/test", Instant.now(), order)));
        return orderId;
    }

    public void sendOn(int partition, ProducerRecord<byte[], byte[]> record) {
        send(
                new ProducerRecord<>(
                        record.topic(), partition, record.key(), record.value(), record.headers()));
    }

    /// Not waited for: what a test awaits is the outcome.
    public void send(ProducerRecord<byte[], byte[]> record) {
        var _ = producer.send(record);
    }

    public List<Event<PaymentEvent>> outcomes() {
        producer.flush();
        return log.payments();
    }

    public Duration firstRetry() {
        return retryDelays.getFirst();
    }

    /// What waited or waits in retry topics, the first topic's first.
    public List<ConsumerRecord<byte[], byte[]>> retries() {
        return retryDelays.stream()
                .map(delay -> Topics.retry(Topics.PAYMENT_CONSUMER, delay))
                .flatMap(topic -> log.read(topic).stream())
                .toList();
    }

    public List<ConsumerRecord<byte[], byte[]>> deadLetters() {
        return log.read(Topics.deadLetters(Topics.PAYMENT_CONSUMER));
    }

    /// Writes an order in a transaction that is then aborted.
    public void sendAndAbort(OrderEvent event) {
        var settings = stack.clientAs(Users.ADMIN);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "aborting");
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

    /// What has happened once nothing waits in a retry topic any more. A gateway that closes a
    /// connection just when it is used sends an order there, and no test has a say in that.
    public History history(Collection<UUID> placed, GatewayServer gateway) {
        await().atMost(PATIENCE)
                .until(() -> database.unsettled() == 0 && group().hasConsumed(retries()));
        var told = outcomes().stream().map(Event::data).toList();
        return new History(Set.copyOf(placed), told, gateway.charges());
    }

    public void awaitAllConsumed() {
        producer.flush();
        await().atMost(PATIENCE).until(() -> group().isCaughtUp());
    }

    /// No broker answers until the answer is closed.
    public Outage kafkaAway() {
        producer.flush();
        return stack.freezeKafka();
    }

    public Group group() {
        return group;
    }

    public ServiceDatabase database() {
        return database;
    }

    @Override
    public void close() {
        stops.reversed().forEach(Runnable::run);
        producer.close();
        group.awaitEmpty();
        group.close();
        log.close();
    }
}
