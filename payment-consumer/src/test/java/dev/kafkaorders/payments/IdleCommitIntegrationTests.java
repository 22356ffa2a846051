package dev.kafkaorders.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kafkaorders.events.Topics;
import dev.kafkaorders.payments.stage.GatewayServer;
import dev.kafkaorders.payments.stage.Orders;
import dev.kafkaorders.payments.stage.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A group that has caught up has committed everything, transactions' markers too, and nothing that
/// it hasn't handled.
class IdleCommitIntegrationTests {

    private static final String EAGER = "payments.intake.idle-commit=50ms";

    private final Stage stage = Stage.open();
    private final GatewayServer gateway = GatewayServer.start();

    @AfterEach
    void close() {
        stage.close();
        gateway.close();
    }

    @Test
    void commitsPastTheMarkersOfTransactions() {
        stage.retryAfter(Duration.ofMillis(200), Duration.ofMillis(400));
        stage.start(EAGER);
        stage.place(20, "pm_flaky_2");
        stage.sendAndAbort(Orders.placed("pm_ok"));
        await().until(() -> stage.outcomes().size() == 20);
        var topics =
                List.of(
                        Topics.ORDERS,
                        Topics.retry(Topics.PAYMENT_CONSUMER, Duration.ofMillis(200)),
                        Topics.retry(Topics.PAYMENT_CONSUMER, Duration.ofMillis(400)));
        await().untilAsserted(() -> assertThat(stage.group().lag(topics)).isZero());
    }

    @Test
    void skipsNothingThatIsHeldOrRetriedOrFailed() {
        stage.retryAfter(Duration.ofMillis(300), Duration.ofMillis(900));
        var service = stage.start(gateway.property(), EAGER);
        var orders = new ArrayList<>(stage.place(200, "pm_ok"));
        await().until(() -> gateway.calls() > 50);
        gateway.failFor(_ -> true);
        orders.addAll(stage.place(200, "pm_ok"));
        await().until(() ->
                service.get("/actuator/health/readiness").body().contains("the payment gateway"));
        try (var _ = stage.database().away()) {
            await().until(() -> service.get("/actuator/health").body().contains("failed orders-"));
            gateway.failFor(_ -> false);
        }
        service.close();
        stage.start(gateway.property(), EAGER);
        stage.awaitAllConsumed();
        assertThat(stage.history(orders, gateway).violations()).isEmpty();
    }
}
