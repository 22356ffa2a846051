package dev.kafkaorders.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kafkaorders.payments.stage.GatewayServer;
import dev.kafkaorders.payments.stage.Stage;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutageIntegrationTests {

    private final Stage stage = Stage.open();
    private final GatewayServer gateway = GatewayServer.start();

    @AfterEach
    void close() {
        stage.close();
        gateway.close();
    }

    @Test
    void goesOnByItselfWhenTheDatabaseComesBack() {
        var service = stage.start(gateway.property());
        var orders = new ArrayList<>(stage.place(100, "pm_ok"));
        stage.awaitAllConsumed();
        try (var _ = stage.database().away()) {
            orders.addAll(stage.place(100, "pm_ok"));
            await().until(() -> service.get("/actuator/health/readiness").statusCode() == 503);
            await().until(() -> service.get("/actuator/health").body().contains("failed orders-"));
            assertThat(service.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
            assertThat(service.get("/payments/" + orders.getFirst()).statusCode()).isEqualTo(503);
        }
        stage.awaitAllConsumed();
        assertThat(stage.history(orders, gateway.charges()).violations()).isEmpty();
        await().until(() -> service.get("/actuator/health/readiness").statusCode() == 200);
    }

    @Test
    void goesOnByItselfWhenConnectionsBreak() {
        stage.start(gateway.property());
        var orders = new ArrayList<>(stage.place(1_000, "pm_ok"));
        stage.database().breakConnections();
        orders.addAll(stage.place(1_000, "pm_ok"));
        stage.database().breakConnections();
        stage.awaitAllConsumed();
        assertThat(stage.history(orders, gateway.charges()).violations()).isEmpty();
    }
}
