package dev.kafkaorders.replayer.stage;

import static org.awaitility.Awaitility.await;

import dev.kafkaorders.cluster.Users;
import dev.kafkaorders.events.Event;
import dev.kafkaorders.events.EventRecords;
import dev.kafkaorders.events.Money;
import dev.kafkaorders.events.OrderLine;
import dev.kafkaorders.events.OrderPlaced;
import dev.kafkaorders.events.Topics;
import dev.kafkaorders.localstack.process.JavaCommand;
import dev.kafkaorders.localstack.process.Jvm;
import dev.kafkaorders.teststack.Database;
import dev.kafkaorders.teststack.TestStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// Instances of payment-consumer as processes, from its executable jar, and their database.
public final class PaymentConsumers implements AutoCloseable {

    private static final String CHARGES =
            "payments_gateway_calls_seconds_count{answer=\"accepted\",call=\"charge\"} ";

    private final Database database = TestStack.get().createDatabase();
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Process> processes = new ArrayList<>();
    private final List<Integer> ports = new ArrayList<>();
    private final Path logs;

    /// @param logs where the processes' logs go
    public PaymentConsumers(Path logs) {
        this.logs = logs;
    }

    /// Starts one more and waits until it is ready.
    public void start() {
        var jar = Path.of(System.getProperty("payment-consumer.jar"));
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar + " is missing: build payment-consumer, too");
        }
        var port = freePort();
        var program = List.of("-jar", jar.toString());
        var builder = new ProcessBuilder(JavaCommand.of(Jvm.QUICK_TO_START, program));
        builder.environment().putAll(environment(port));
        builder.redirectErrorStream(true);
        builder.redirectOutput(logs.resolve("payment-consumer-" + port + ".log").toFile());
        try {
            processes.add(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ports.add(port);
        await().atMost(Duration.ofSeconds(90)).ignoreExceptions().until(() -> isReady(port));
    }

    private Map<String, String> environment(int port) {
        var environment = new HashMap<String, String>();
        environment.put("SERVER_PORT", String.valueOf(port));
        environment.putAll(TestStack.get().serviceAs(Users.PAYMENT_CONSUMER).environment());
        environment.put("SPRING_DATASOURCE_URL", database.jdbcUrl());
        environment.put("SPRING_DATASOURCE_USERNAME", database.user());
        environment.put("SPRING_DATASOURCE_PASSWORD", database.password());
        environment.put("PAYMENTS_GATEWAY_SIMULATED", "true");
        return environment;
    }

    /// Places orders and waits until they are in the log.
    public List<UUID> place(int orders) {
        var records = new EventRecords();
        var price = new Money(1999, Currency.getInstance("EUR"));
        var settings = TestStack.get().clientAs(Users.ORDER_PRODUCER);
        var serializer = new ByteArraySerializer();
        try (var producer = new KafkaProducer<>(settings, serializer, serializer)) {
            return IntStream.range(0, orders)
                    .mapToObj(_ -> {
                        var id = UUID.randomUUID();
                        var lines = List.of(new OrderLine("sku-1", 1, price));
                        var order = new OrderPlaced(id, "c-1", lines, price, "pm_ok", "web");
                        var event = Event.of("/test", Instant.now(), order);
                        var _ = producer.send(records.toRecord(Topics.ORDERS, event));
                        return id;
                    })
                    .toList();
        }
    }

    /// How often the gateway took money, of all instances together.
    public long charges() {
        return ports.stream()
                .flatMap(port -> get(port, "/actuator/prometheus").lines())
                .filter(line -> line.startsWith(CHARGES))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(CHARGES.length())))
                .sum();
    }

    /// The answer to a query for a number.
    public int number(String query) {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public void execute(String update) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.executeUpdate(update);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                database.jdbcUrl(), database.user(), database.password());
    }

    private boolean isReady(int port) {
        var uri = URI.create("http://localhost:" + port + "/actuator/health/readiness");
        try {
            return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String get(int port, String path) {
        var uri = URI.create("http://localhost:" + port + path);
        try {
            return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        processes.forEach(Process::destroy);
        processes.forEach(process ->
                process.onExit()
                        .completeOnTimeout(process, 40, TimeUnit.SECONDS)
                        .thenAccept(Process::destroyForcibly)
                        .join());
        http.close();
    }
}
