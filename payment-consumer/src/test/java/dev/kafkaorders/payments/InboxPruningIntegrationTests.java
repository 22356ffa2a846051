package dev.kafkaorders.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kafkaorders.payments.stage.GatewayServer;
import dev.kafkaorders.payments.stage.Stage;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InboxPruningIntegrationTests {

    private static final String[] PRUNE_OFTEN = {
        "payments.inbox.prune-interval=100ms", "payments.inbox.prune-batch=20"
    };

    private final Stage stage = Stage.open();
    private final GatewayServer gateway = GatewayServer.start();

    @AfterEach
    void close() {
        stage.close();
        gateway.close();
    }

    @Test
    void forgetsOldEventsWhileNewOnesStreamIn() {
        var orders = new ArrayList<>(handleInThePast(200));
        var service = stage.start(gateway.property(), PRUNE_OFTEN[0], PRUNE_OFTEN[1]);
        orders.addAll(stage.place(1_000, "pm_ok"));
        stage.awaitAllConsumed();
        await().until(() -> entries() == 1_000);
        assertThat(stage.history(orders, gateway).violations()).isEmpty();
        assertThat(service.get("/actuator/prometheus").body())
                .contains("payments_inbox_pruned_total 200.0");
    }

    @Test
    void doesNotWaitForALockedEntry() throws SQLException {
        handleInThePast(50);
        try (var connection = stage.database().connect();
                var lock = connection.createStatement()) {
            connection.setAutoCommit(false);
            lock.execute("select 1 from inbox limit 1 for update");
            stage.start(gateway.property(), PRUNE_OFTEN[0], PRUNE_OFTEN[1]);
            await().until(() -> entries() == 1);
        }
        await().until(() -> entries() == 0);
    }

    @Test
    void keepsWhatHoldsUpItsOrder() {
        var dead = stage.place("pm_broken");
        stage.cancel(dead);
        try (var _ = stage.start()) {
            await().until(() -> entries() == 2);
        }
        makeOld();
        handleInThePast(20);
        stage.start(gateway.property(), PRUNE_OFTEN[0], PRUNE_OFTEN[1]);
        await().until(() -> entries() == 2);
    }

    private List<UUID> handleInThePast(int count) {
        var orders = stage.place(count, "pm_ok");
        try (var _ = stage.start(gateway.property())) {
            stage.awaitAllConsumed();
        }
        makeOld();
        return orders;
    }

    private void makeOld() {
        stage.database()
                .sql()
                .sql("update inbox set processed_at = now() - interval '20 days'")
                .update();
    }

    private int entries() {
        return stage.database()
                .sql()
                .sql("select count(*) from inbox")
                .query(Integer.class)
                .single();
    }
}
