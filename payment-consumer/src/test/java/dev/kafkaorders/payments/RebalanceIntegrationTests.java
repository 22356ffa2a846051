package dev.kafkaorders.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kafkaorders.payments.stage.GatewayServer;
import dev.kafkaorders.payments.stage.Stage;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RebalanceIntegrationTests {

    /// A call that a test holds back is no failed call.
    private static final String PATIENT = "payments.gateway.read-timeout=30s";

    private final Stage stage = Stage.open();
    private final GatewayServer gateway = GatewayServer.start();

    @AfterEach
    void close() {
        stage.close();
        gateway.close();
    }

    @Test
    void neitherLosesNorDoublesWhenAnInstanceJoinsWhileABatchIsInWork() {
        var gate = new CountDownLatch(1);
        gateway.holdBack(gate);
        var orders = new ArrayList<>(stage.place(500, "pm_ok"));
        stage.start(gateway.property(), PATIENT);
        await().until(() -> gateway.calls() > 0);
        stage.start(gateway.property(), PATIENT);
        await().until(() -> stage.group().members() == 6);
        orders.addAll(stage.place(500, "pm_ok"));
        gate.countDown();
        stage.awaitAllConsumed();
        assertThat(stage.history(orders, gateway).violations()).isEmpty();
    }

    @Test
    void neitherLosesNorDoublesWhenAnInstanceLeavesWhileABatchIsInWork() {
        var first = stage.start(gateway.property(), PATIENT);
        stage.start(gateway.property(), PATIENT);
        await().until(() -> stage.group().isSettled(6));
        var orders = new ArrayList<>(stage.place(2_000, "pm_ok"));
        await().until(() -> gateway.calls() > 100);
        first.close();
        orders.addAll(stage.place(100, "pm_ok"));
        stage.awaitAllConsumed();
        assertThat(stage.history(orders, gateway).violations()).isEmpty();
    }
}
