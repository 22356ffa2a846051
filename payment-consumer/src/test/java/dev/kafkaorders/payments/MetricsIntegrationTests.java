package dev.kafkaorders.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kafkaorders.payments.stage.Service;
import dev.kafkaorders.payments.stage.Stage;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What dashboards and alerts go by.
class MetricsIntegrationTests {

    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Stage stage = Stage.open();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void eachOrderIsCountedInOneStateAlsoByAnInstanceThatHasSeenNoneOfThem() {
        stage.retryAfter(RETRY, Duration.ofMinutes(10));
        var first = stage.start("payments.orders.count-interval=100ms");
        stage.place(3, "pm_ok");
        stage.place("pm_declined");
        stage.place("pm_down");
        stage.cancel(stage.place("pm_broken"));
        var refunded = stage.place("pm_ok");
        await().until(() -> stage.outcomes().size() == 5);
        stage.cancel(refunded);
        awaitBalance(first);
        stage.awaitAllConsumed();
        first.close();
        awaitBalance(stage.start("payments.orders.count-interval=100ms"));
    }

    private static void awaitBalance(Service service) {
        await().untilAsserted(() ->
                assertThat(metrics(service))
                        .contains("payments_orders{state=\"captured\"} 3.0")
                        .contains("payments_orders{state=\"declined\"} 1.0")
                        .contains("payments_orders{state=\"refunded\"} 1.0")
                        .contains("payments_orders{state=\"cancelled\"} 0.0")
                        .contains("payments_orders{state=\"retrying\"} 1.0")
                        .contains("payments_orders{state=\"dead\"} 1.0"));
    }

    @Test
    void latencyGoesFromTheOrderToItsOutcomeRetriesIncluded() {
        stage.retryAfter(RETRY);
        var service = stage.start();
        stage.place("pm_flaky_1");
        stage.place("pm_declined");
        await().until(() -> stage.outcomes().size() == 2);
        await().untilAsserted(() ->
                assertThat(metrics(service))
                        .contains(latency("count", "captured") + " 1\n")
                        .contains(latency("count", "declined") + " 1\n"));
        assertThat(metrics(service))
                .contains(
                        "payments_order_latency_seconds_bucket{outcome=\"captured\",le=\"1.0\"} 0");
    }

    private static String latency(String what, String outcome) {
        return "payments_order_latency_seconds_%s{outcome=\"%s\"}".formatted(what, outcome);
    }

    private static String metrics(Service service) {
        return service.get("/actuator/prometheus").body();
    }
}
