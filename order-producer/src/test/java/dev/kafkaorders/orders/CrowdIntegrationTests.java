package dev.kafkaorders.orders;

import static dev.kafkaorders.orders.placement.OrderJson.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kafkaorders.localstack.LocalService;
import dev.kafkaorders.teststack.TestStack;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// More come at once than there is memory for, while nobody can be served.
class CrowdIntegrationTests {

    private static final int CROWD = 3_000;
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /// Ten times the line that Tomcat has by default.
    private static final int BURST = 1_000;

    private static final int SOONER_THAN_A_SYN_IS_RESENT = 900;

    /// Nobody is sent away before all are there, however slow the machine is.
    private static final Map<String, String> PATIENT =
            Map.of("ORDERS_PUBLISHING_MAXWAIT", PATIENCE.toString());

    private final LocalService service = LocalService.of(OrderProducer.process(PATIENT));
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(PATIENCE)
                    .build();

    @BeforeEach
    void start() {
        TestStack.get().reset();
        service.start();
    }

    @AfterEach
    void stop() {
        service.close();
        http.shutdownNow();
    }

    @Test
    void aCrowdEndsNobody() {
        try (var _ = TestStack.get().freezeKafka()) {
            var answers = Stream.generate(this::place).limit(CROWD).toList();
            assertThat(answers.stream().map(CrowdIntegrationTests::status)).doesNotContain(201);
        }
        assertThat(service.isAlive()).as("it is alive").isTrue();
        await().atMost(Duration.ofSeconds(60)).until(service::isReady);
        assertThat(status(place())).isEqualTo(201);
    }

    @Test
    void aBurstWaitsInLine() throws IOException {
        var address = new InetSocketAddress("localhost", service.baseUrl().getPort());
        var callers = new ArrayList<Socket>();
        try {
            for (var caller = 0; caller < BURST; caller++) {
                var socket = new Socket();
                callers.add(socket);
                socket.connect(address, SOONER_THAN_A_SYN_IS_RESENT);
            }
        } finally {
            for (var caller : callers) {
                caller.close();
            }
        }
    }

    private CompletableFuture<HttpResponse<Void>> place() {
        var request =
                HttpRequest.newBuilder(service.baseUrl().resolve("/orders"))
                        .header("Content-Type", "application/json")
                        .timeout(PATIENCE)
                        .POST(BodyPublishers.ofString(order("crowd")))
                        .build();
        return http.sendAsync(request, BodyHandlers.discarding());
    }

    /// 0 when nobody answered in time.
    private static int status(CompletableFuture<HttpResponse<Void>> answer) {
        return answer.handle((response, failure) -> failure == null ? response.statusCode() : 0)
                .join();
    }
}
