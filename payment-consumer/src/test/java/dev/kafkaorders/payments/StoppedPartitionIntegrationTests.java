package dev.kafkaorders.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kafkaorders.events.Topics;
import dev.kafkaorders.payments.stage.GatewayServer;
import dev.kafkaorders.payments.stage.Service;
import dev.kafkaorders.payments.stage.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What can't be handled stops its partition, and only that, until it can be handled.
class StoppedPartitionIntegrationTests {

    private final Stage stage = Stage.open();
    private final GatewayServer gateway = GatewayServer.start();

    @AfterEach
    void close() {
        stage.close();
        gateway.close();
    }

    @Test
    void stopsOnlyThePartitionOfAPoisonRecord() {
        var inFront = placeOnEachPartition();
        poison(0);
        var behind = placeOnEachPartition();
        var service = stage.start(gateway.property());
        await().until(() -> stage.outcomes().size() == 11);
        assertThat(settled()).containsAll(inFront).doesNotContain(behind.getFirst());
        assertThat(stage.group().offset(0)).isEqualTo(1);
        assertThat(service.get("/actuator/health").body())
                .contains("\"offset\":1")
                .contains("ce_type is missing");
        assertThat(service.get("/actuator/health").statusCode()).isEqualTo(503);
        assertThat(service.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(service.get("/actuator/prometheus").body()).contains("payments_intake_held 1.0");
    }

    @Test
    void readsOtherPartitionsWhileOneIsStopped() {
        poison(0);
        stage.start(gateway.property());
        await().until(() -> stage.group().members() == 2);
        for (var round = 1; round <= 3; round++) {
            var expected = stage.outcomes().size() + 5;
            placeOnEachPartition();
            await().until(() -> stage.outcomes().size() == expected);
        }
        assertThat(stage.group().members()).isEqualTo(2);
    }

    @Test
    void losesNothingBehindAPoisonRecord() {
        poison(0);
        var orders = placeOnEachPartition();
        try (var service = stage.start(gateway.property())) {
            awaitHeld(service);
        }
        stage.group().moveTo(0, 1);
        stage.start(gateway.property());
        stage.awaitAllConsumed();
        assertThat(stage.history(orders, gateway.charges()).violations()).isEmpty();
    }

    @Test
    void goesOnByItselfWhenTheGatewayComesBack() {
        gateway.failFor(_ -> true);
        var orders = stage.place(100, "pm_ok");
        var service = stage.start(gateway.property());
        awaitHeld(service);
        gateway.failFor(_ -> false);
        stage.awaitAllConsumed();
        assertThat(stage.history(orders, gateway.charges()).violations()).isEmpty();
        await().until(() -> service.get("/actuator/health").statusCode() == 200);
    }

    @Test
    void anOrderThatTheGatewayFailsForHoldsUpItsPartitionOnly() {
        var orders = new ArrayList<>(placeOnEachPartition());
        var unlucky = orders.getFirst();
        orders.addAll(placeOnEachPartition());
        gateway.failFor(unlucky::equals);
        var service = stage.start(gateway.property());
        awaitHeld(service);
        await().until(() -> stage.outcomes().size() == 10);
        assertThat(settled()).doesNotContain(unlucky);
        gateway.failFor(_ -> false);
        stage.awaitAllConsumed();
        assertThat(stage.history(orders, gateway.charges()).violations()).isEmpty();
    }

    @Test
    void aStoppedPartitionStaysStoppedInAnotherInstancesHands() {
        poison(0);
        try (var service = stage.start(gateway.property())) {
            awaitHeld(service);
        }
        awaitHeld(stage.start(gateway.property()));
        assertThat(stage.group().offset(0)).isZero();
    }

    private List<UUID> placeOnEachPartition() {
        var orders = new ArrayList<UUID>();
        for (var partition = 0; partition < Topics.PARTITIONS; partition++) {
            orders.add(stage.placeOn(partition, "pm_ok"));
        }
        return orders;
    }

    private void poison(int partition) {
        stage.send(
                new ProducerRecord<>(Topics.ORDERS, partition, new byte[] {1}, new byte[] {1, 2}));
    }

    private List<UUID> settled() {
        return stage.outcomes().stream().map(event -> event.data().orderId()).toList();
    }

    private static void awaitHeld(Service service) {
        await().until(() -> service.get("/actuator/health").body().contains("\"held\""));
    }
}
