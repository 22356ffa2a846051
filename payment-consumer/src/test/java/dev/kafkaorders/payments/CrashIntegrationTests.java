package dev.kafkaorders.payments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkaorders.payments.stage.GatewayServer;
import dev.kafkaorders.payments.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// SIGKILL at the worst moments, each between two systems' commits.
@Tag("processes")
class CrashIntegrationTests {

    private static final int ORDERS = 300;
    private static final String INSTANCE = "payments.intake.instance=crashing";

    private final Stage stage = Stage.open();
    private final GatewayServer gateway = GatewayServer.start();

    @AfterEach
    void close() {
        stage.close();
        gateway.close();
    }

    @Test
    void chargesOnceWhenKilledBetweenGatewayAndDatabase() {
        settleInSpiteOfAKillAt("GATEWAY_ANSWERED");
        assertThat(gateway.calls()).isGreaterThan(ORDERS);
    }

    @Test
    void tellsOnceWhenKilledBetweenDatabaseAndKafka() {
        settleInSpiteOfAKillAt("DATABASE_COMMITTED");
        assertThat(stage.database().redelivered()).isPositive();
        assertThat(gateway.calls()).isEqualTo(ORDERS);
    }

    @Test
    void tellsOnceWhenKilledInsideTheKafkaTransaction() {
        settleInSpiteOfAKillAt("OUTCOMES_SENT");
        assertThat(stage.database().redelivered()).isPositive();
        assertThat(gateway.calls()).isEqualTo(ORDERS);
    }

    private void settleInSpiteOfAKillAt(String checkpoint) {
        var orders = stage.place(ORDERS, "pm_ok");
        var victim = stage.startProcess(checkpoint, INSTANCE, gateway.property());
        victim.awaitCheckpoint();
        victim.kill();
        stage.start(INSTANCE, gateway.property());
        stage.awaitAllConsumed();
        assertThat(stage.history(orders, gateway).violations()).isEmpty();
    }
}
