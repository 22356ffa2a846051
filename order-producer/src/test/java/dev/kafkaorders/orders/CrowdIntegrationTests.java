package dev.kafkaorders.orders;

import static dev.kafkaorders.orders.placement.OrderJson.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkaorders.localstack.LocalService;
import dev.kafkaorders.teststack.TestStack;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// More come at once than there is memory for, while nobody can be served.
class CrowdIntegrationTests {

    private static final int CROWD = 4_000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final LocalService service = LocalService.of(OrderProducer.process());
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
        var refused = 0L;
        try (var _ = TestStack.get().freezeKafka()) {
            refused =
                    Stream.generate(this::place).limit(CROWD).toList().stream()
                            .map(CrowdIntegrationTests::status)
                            .filter(status -> status == 429)
                            .count();
        }
        assertThat(service.isAlive()).as("it is alive").isTrue();
        assertThat(refused).as("those who were told to come back later").isPositive();
        assertThat(status(place())).isEqualTo(201);
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
