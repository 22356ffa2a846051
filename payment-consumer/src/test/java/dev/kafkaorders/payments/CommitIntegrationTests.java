package dev.kafkaorders.payments;

import static dev.kafkaorders.payments.intake.CheckpointListener.dyingAt;
import static dev.kafkaorders.payments.intake.CheckpointListener.failingOnceAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kafkaorders.payments.stage.GatewayServer;
import dev.kafkaorders.payments.stage.Orders;
import dev.kafkaorders.payments.stage.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommitIntegrationTests {

    private final Stage stage = Stage.open();
    private final GatewayServer gateway = GatewayServer.start();

    @AfterEach
    void close() {
        stage.close();
        gateway.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GATEWAY_ANSWERED", "DATABASE_COMMITTED", "OUTCOMES_SENT"})
    void tellsOnceWhenABatchFailsOnItsWay(String checkpoint) {
        var orders = stage.place(200, "pm_ok");
        stage.start(failingOnceAt(checkpoint), gateway.property());
        stage.awaitAllConsumed();
        assertThat(stage.history(orders, gateway).violations()).isEmpty();
    }

    @Test
    void tellsOnceWhenACommitSucceedsAndIsTakenForFailed() {
        var service =
                stage.start(
                        failingOnceAt("KAFKA_COMMITTED"),
                        gateway.property(),
                        "payments.intake.concurrency=1");
        await().until(() -> stage.group().isSettled(2));
        var orders = new ArrayList<>(stage.place(200, "pm_ok"));
        await().until(() -> service.get("/actuator/prometheus").body().contains(failedBatches(1)));
        orders.addAll(stage.place(200, "pm_ok"));
        stage.awaitAllConsumed();
        assertThat(stage.history(orders, gateway).violations()).isEmpty();
        assertThat(stage.database().redelivered()).isZero();
    }

    @Test
    void losesNothingWhenAConsumerThreadDies() {
        var orders = stage.place(20, "pm_ok");
        try (var service = stage.start(dyingAt("DATABASE_COMMITTED"), gateway.property())) {
            await().until(() -> service.get("/actuator/health/liveness").statusCode() == 503);
        }
        stage.start(gateway.property());
        stage.awaitAllConsumed();
        assertThat(stage.history(orders, gateway).violations()).isEmpty();
    }

    @Test
    void neverSeesAnAbortedOrder() {
        var aborted = Orders.placed("pm_ok");
        stage.sendAndAbort(aborted);
        var orders = stage.place(50, "pm_ok");
        stage.start(gateway.property());
        await().until(() -> stage.outcomes().size() == 50);
        assertThat(stage.history(orders, gateway).violations()).isEmpty();
        assertThat(gateway.charges()).doesNotContainKey(aborted.orderId());
    }

    @Test
    void finishesItsBatchWhenItIsStopped() throws Exception {
        var gate = new CountDownLatch(1);
        gateway.holdBack(gate);
        var orders = stage.place(20, "pm_ok");
        var service = stage.start(gateway.property(), "payments.gateway.read-timeout=30s");
        await().until(() -> gateway.calls() > 0);
        var stopping = Thread.ofPlatform().start(service::close);
        await().until(service::isStopping);
        gate.countDown();
        assertThat(stopping.join(Duration.ofSeconds(30))).isTrue();
        assertThat(stage.group().members()).isZero();
        assertThat(stage.outcomes()).hasSize(gateway.calls());
        stage.start(gateway.property());
        stage.awaitAllConsumed();
        assertThat(stage.history(orders, gateway).violations()).isEmpty();
        assertThat(gateway.calls()).isEqualTo(20);
    }

    private static String failedBatches(int count) {
        return "payments_intake_failed_total " + count + ".0";
    }
}
