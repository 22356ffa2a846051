package dev.kafkaorders.lab.benchmark.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.apache.hc.core5.util.Timeout;

/// Places orders over HTTP, at order-producer or at whatever answers like it.
///
/// The callers share their cores with what is measured, so they have a client that blocks its
/// caller's thread and has none of its own: the JDK's took a fifth of the processor time.
public final class OrderDoor implements AutoCloseable {
    private static final int CREATED = 201;
    private static final int CUSTOMERS = 10_000;

    /// As many as order-producer lets wait at once, with buffers that fit into the heap. Whoever
    /// finds none free waits for one, and his time runs.
    private static final int MOST_CONNECTIONS = 1_000;

    private static final Timeout PATIENCE = Timeout.ofSeconds(30);

    private final CloseableHttpClient http = client();
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
    public String place() throws IOException {
        return http.execute(request(), OrderDoor::accepted);
    }

    @Override
    public void close() {
        try {
            http.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ClassicHttpRequest request() {
        var request =
                ClassicRequestBuilder.post(orders).setEntity(order(), ContentType.APPLICATION_JSON);
        if (withKey) {
            request.addHeader("Idempotency-Key", UUID.randomUUID().toString());
        }
        return request.build();
    }

    private static String accepted(ClassicHttpResponse response)
            throws IOException, ParseException {
        var body = EntityUtils.toString(response.getEntity());
        if (response.getCode() != CREATED) {
            throw new IOException("%d %s".formatted(response.getCode(), body));
        }
        return body;
    }

    private static CloseableHttpClient client() {
        var connections =
                PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(MOST_CONNECTIONS)
                        .setMaxConnPerRoute(MOST_CONNECTIONS)
                        .setDefaultConnectionConfig(
                                ConnectionConfig.custom()
                                        .setConnectTimeout(PATIENCE)
                                        .setSocketTimeout(PATIENCE)
                                        .build())
                        .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .build();
    }

    private static String order() {
        return """
        {"customerId": "customer-%d", "currency": "EUR", "paymentMethod": "pm_ok",
         "lines": [{"sku": "tea", "quantity": 2, "unitPriceMinor": 450}]}\
        """
                .formatted(ThreadLocalRandom.current().nextInt(CUSTOMERS));
    }
}
