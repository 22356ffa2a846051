package dev.kafkaorders.orders;

import static org.awaitility.Awaitility.await;

import dev.kafkaorders.cluster.Users;
import dev.kafkaorders.localstack.ServiceSettings;
import dev.kafkaorders.localstack.process.FreePorts;
import dev.kafkaorders.teststack.TestStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/// A running order-producer on a free port, for tests; several can run side by side.
public final class OrderProducer implements AutoCloseable {

    /// Its Kafka Streams application logs in as somebody else.
    public static final String STATUS_CLIENTS = "orders.status.properties";

    private static final String STATE_DIRECTORY = "orders.status.state-directory";

    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;
    private final String url;

    private OrderProducer(ConfigurableApplicationContext context) {
        this.context = context;
        var server = ((WebServerApplicationContext) context).getWebServer();
        this.url = "http://localhost:" + server.getPort();
    }

    /// With a state directory of its own, that nobody had before.
    ///
    /// @param properties such as `orders.publishing.lanes=1`
    public static OrderProducer start(String instanceId, String... properties) {
        return startOn(TestStack.get().bootstrapServers(), instanceId, properties).awaitReady();
    }

    /// One that doesn't have to become ready.
    public static OrderProducer startOn(
            String bootstrapServers, String instanceId, String... properties) {
        var all = new HashMap<>(TestStack.get().serviceAs(Users.ORDER_PRODUCER).properties());
        all.put("spring.kafka.bootstrap-servers", bootstrapServers);
        all.putAll(TestStack.get().serviceAs(Users.ORDER_STATUS).under(STATUS_CLIENTS));
        all.put("server.port", "0");
        // It may use transactional ids that begin with its name.
        all.put("orders.publishing.instance-id", "order-producer-" + instanceId);
        for (var property : properties) {
            var keyAndValue = property.split("=", 2);
            all.put(keyAndValue[0], keyAndValue[1]);
        }
        all.computeIfAbsent(STATE_DIRECTORY, _ -> newStateDirectory().toString());
        var arguments = all.entrySet().stream().map(property -> "--" + property);
        return new OrderProducer(
                new SpringApplicationBuilder(OrderProducerApplication.class)
                        .bannerMode(Banner.Mode.OFF)
                        .registerShutdownHook(false)
                        .run(arguments.toArray(String[]::new)));
    }

    /// One in a process of its own, that can be killed and has as much memory as in `./demo`.
    ///
    /// @param more environment variables
    public static ServiceSettings process(Map<String, String> more) {
        var stack = TestStack.get();
        var environment = new HashMap<>(stack.serviceAs(Users.ORDER_PRODUCER).environment());
        environment.putAll(stack.serviceAs(Users.ORDER_STATUS).environmentUnder(STATUS_CLIENTS));
        environment.put("ORDERS_STATUS_STATEDIRECTORY", newStateDirectory().toString());
        environment.putAll(more);
        return ServiceSettings.ofMainClass(
                "order-producer",
                OrderProducerApplication.class,
                FreePorts.some(1).getFirst(),
                environment);
    }

    public HttpResponse<String> post(String path, String json, String... headers) {
        return send(posting(path, json, headers));
    }

    public CompletableFuture<HttpResponse<String>> postAsync(
            String path, String json, String... headers) {
        return http.sendAsync(posting(path, json, headers), BodyHandlers.ofString());
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(url + path)).build());
    }

    public HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public String url() {
        return url;
    }

    /// Stops the service, while answers may still be on their way.
    public void closeService() {
        context.close();
    }

    @Override
    public void close() {
        context.close();
        http.close();
    }

    /// Deleted when the tests' JVM ends.
    public static Path newStateDirectory() {
        try {
            var directory = Files.createTempDirectory("order-status");
            Runtime.getRuntime()
                    .addShutdownHook(
                            new Thread(
                                    () -> FileSystemUtils.deleteRecursively(directory.toFile())));
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private OrderProducer awaitReady() {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> get("/actuator/health/readiness").statusCode() == 200);
        return this;
    }

    private HttpRequest posting(String path, String json, String... headers) {
        List<String> all = new ArrayList<>(List.of("Content-Type", "application/json"));
        all.addAll(List.of(headers));
        return HttpRequest.newBuilder(URI.create(url + path))
                .headers(all.toArray(String[]::new))
                .POST(BodyPublishers.ofString(json))
                .build();
    }
}
