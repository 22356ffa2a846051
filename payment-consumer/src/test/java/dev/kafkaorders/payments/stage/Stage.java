package dev.kafkaorders.payments.stage;

import dev.kafkaorders.events.Event;
import dev.kafkaorders.events.EventRecords;
import dev.kafkaorders.events.OrderCancelled;
import dev.kafkaorders.events.OrderEvent;
import dev.kafkaorders.events.PaymentEvent;
import dev.kafkaorders.events.Topics;
import dev.kafkaorders.teststack.Database;
import dev.kafkaorders.teststack.TestStack;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// Where a test plays: an empty Kafka, an empty database, a producer of orders, and as many
/// services as the test starts.
public final class Stage implements AutoCloseable {

    private final TestStack stack = TestStack.get();
    private final Database database;
    private final JdbcClient sql;
    private final KafkaProducer<byte[], byte[]> producer;
    private final EventRecords records = new EventRecords();
    private final List<Runnable> stops = new ArrayList<>();

    private Stage() {
        stack.reset();
        database = stack.createDatabase();
        sql =
                JdbcClient.create(
                        new DriverManagerDataSource(
                                database.jdbcUrl(), database.user(), database.password()));
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
        var service = Service.start(properties(properties));
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
        var all =
                new ArrayList<>(
                        List.of(
                                "server.port=0",
                                "spring.kafka.bootstrap-servers=" + stack.bootstrapServers(),
                                "spring.datasource.url=" + database.jdbcUrl(),
                                "spring.datasource.username=" + database.user(),
                                "spring.datasource.password=" + database.password(),
                                "payments.intake.instance=test-" + stops.size(),
                                "payments.intake.first-retry=100ms",
                                "payments.intake.slowest-retry=1s"));
        all.addAll(List.of(more));
        return all;
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

    /// Not waited for: what a test awaits is the outcome.
    public void send(ProducerRecord<byte[], byte[]> record) {
        var _ = producer.send(record);
    }

    public List<Event<PaymentEvent>> outcomes() {
        producer.flush();
        return Log.payments(stack.bootstrapServers());
    }

    public Group group() {
        return new Group(stack.bootstrapServers());
    }

    public JdbcClient sql() {
        return sql;
    }

    public String bootstrapServers() {
        return stack.bootstrapServers();
    }

    @Override
    public void close() {
        stops.reversed().forEach(Runnable::run);
        producer.close();
        group().awaitEmpty();
    }
}
