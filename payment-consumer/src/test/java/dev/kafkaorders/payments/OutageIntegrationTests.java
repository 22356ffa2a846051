package dev.kafkaorders.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kafkaorders.payments.stage.GatewayServer;
import dev.kafkaorders.payments.stage.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
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
        assertThat(stage.history(orders, gateway).violations()).isEmpty();
        await().until(() -> service.get("/actuator/health/readiness").statusCode() == 200);
    }

    /// For longer than any of our calls waits and than a transaction may stay open.
    @Test
    void goesOnByItselfWhenKafkaComesBackThatCouldNotCommit() {
        var service = stage.start(gateway.property(), "payments.gateway.read-timeout=30s");
        await().until(() -> stage.group().isSettled(3));
        var gate = new CountDownLatch(1);
        gateway.holdBack(gate);
        var orders = stage.place(200, "pm_ok");
        await().until(() -> gateway.calls() > 0);
        try (var _ = stage.kafkaAway()) {
            gate.countDown();
            await().until(() -> service.get("/actuator/health/readiness").statusCode() == 503);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> service.get("/actuator/health").body().contains("failed orders-"));
            assertThat(service.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        }
        stage.awaitAllConsumed();
        assertThat(stage.history(orders, gateway).violations()).isEmpty();
        assertThat(stage.retries()).isEmpty();
        assertThat(stage.deadLetters()).isEmpty();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> service.get("/actuator/health/readiness").statusCode() == 200);
    }

    @Test
    void goesOnByItselfWhenConnectionsBreak() {
        stage.start(gateway.property());
        var orders = new ArrayList<>(stage.place(1_000, "pm_ok"));
        stage.database().breakConnections();
        orders.addAll(stage.place(1_000, "pm_ok"));
        stage.database().breakConnections();
        stage.awaitAllConsumed();
        assertThat(stage.history(orders, gateway).violations()).isEmpty();
    }

    @Test
    void holdsNothingAgainstTheOrdersWhenTheDatabaseIsAwayUnderLoad() {
        stage.start(gateway.property());
        var orders = new ArrayList<>(stage.place(500, "pm_ok"));
        try (var _ = stage.database().away()) {
            // 20 s, in which orders come in.
            for (var second = 0; second < 20; second++) {
                var next = Instant.now().plusSeconds(1);
                orders.addAll(stage.place(50, "pm_ok"));
                await().until(() -> Instant.now().isAfter(next));
            }
        }
        stage.awaitAllConsumed();
        assertThat(stage.history(orders, gateway).violations()).isEmpty();
        assertThat(stage.retries()).isEmpty();
        assertThat(stage.deadLetters()).isEmpty();
    }

    @Test
    void holdsNothingAgainstTheOrdersWhenTheGatewayIsAwayUnderLoad() {
        var service = stage.start(gateway.property());
        var orders = new ArrayList<>(stage.place(500, "pm_ok"));
        await().until(() -> gateway.calls() > 100);
        gateway.failFor(_ -> true);
        orders.addAll(stage.place(1_000, "pm_ok"));
        await().until(() -> service.get("/actuator/health/readiness").body().contains("\"OPEN\""));
        assertThat(service.get("/actuator/health/readiness").statusCode()).isEqualTo(503);
        assertThat(service.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(service.get("/actuator/prometheus").body())
                .contains("resilience4j_circuitbreaker_state{name=\"gateway\",state=\"open\"} 1.0");
        gateway.failFor(_ -> false);
        stage.awaitAllConsumed();
        assertThat(stage.history(orders, gateway).violations()).isEmpty();
        assertThat(stage.retries()).isEmpty();
        assertThat(stage.deadLetters()).isEmpty();
        await().until(() -> service.get("/actuator/health/readiness").statusCode() == 200);
    }

    @Test
    void ordersThatFailOnTheirOwnAreNoOutage() {
        stage.retryAfter(Duration.ofMillis(200));
        var service = stage.start();
        stage.place(200, "pm_flaky_1");
        await().until(() -> stage.outcomes().size() == 200);
        assertThat(service.get("/actuator/prometheus").body())
                .contains(
                        "resilience4j_circuitbreaker_calls_seconds_count{kind=\"failed\",name=\"gateway\"}"
                            + " 0");
    }
}
