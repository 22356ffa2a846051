package dev.kafkaorders.lab.benchmark.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/// Places orders over HTTP, at order-producer or at whatever answers like it.
public final class OrderDoor implements AutoCloseable {
    private static final int CREATED = 201;
    private static final int CUSTOMERS = 10_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI orders;
    private final boolean withKey;

    /// The door of that service.
    ///
    /// @param withKey whether each order has an `Idempotency-Key` of the client's, as it should
    public OrderDoor(URI service, boolean withKey) {
        orders = service.resolve("/orders");
        this.withKey = withKey;
    }

    /// Returns when the order is accepted.
    ///
    /// @return the answer's body
    /// @throws IOException when it was not, or nobody knows
    public String place() throws IOException, InterruptedException {
        var response = http.send(request(), BodyHandlers.ofString());
        if (response.statusCode() != CREATED) {
            throw new IOException("%d %s".formatted(response.statusCode(), response.body()));
        }
        return response.body();
    }

    @Override
    public void close() {
        http.close();
    }

    private HttpRequest request() {
        var request =
                HttpRequest.newBuilder(orders)
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(order()));
        if (withKey) {
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        return request.build();
    }

    private static String order() {
        return """
        {"customerId": "customer-%d", "currency": "EUR", "paymentMethod": "pm_ok",
         "lines": [{"sku": "tea", "quantity": 2, "unitPriceMinor": 450}]}\
        """
                .formatted(ThreadLocalRandom.current().nextInt(CUSTOMERS));
    }
}
