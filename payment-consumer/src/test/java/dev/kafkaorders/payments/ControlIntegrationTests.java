package dev.kafkaorders.payments;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kafkaorders.events.ConsumerControl;
import dev.kafkaorders.events.ConsumerControlJson;
import dev.kafkaorders.events.Topics;
import dev.kafkaorders.payments.stage.GatewayServer;
import dev.kafkaorders.payments.stage.Service;
import dev.kafkaorders.payments.stage.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ControlIntegrationTests {

    private final Stage stage = Stage.open();
    private final GatewayServer gateway = GatewayServer.start();

    @AfterEach
    void close() {
        stage.close();
        gateway.close();
    }

    @Test
    void allInstancesLeaveAndComeBackAndNothingIsLostOrDoubled() {
        var first = stage.start(gateway.property());
        var second = stage.start(gateway.property());
        await().until(() -> stage.group().isSettled(6));
        var orders = new ArrayList<>(stage.place(500, "pm_ok"));
        stop(Duration.ofMinutes(1));
        await().until(() -> stage.group().members() == 0);
        orders.addAll(stage.place(100, "pm_ok"));
        for (var service : new Service[] {first, second}) {
            assertThat(health(service, "readiness")).contains("stopped", "by an-operator until ");
            assertThat(service.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
            assertThat(service.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
            assertThat(service.get("/actuator/prometheus").body())
                    .contains("payments_control_stopped 1.0");
        }
        write(ConsumerControl.run("an-operator", Instant.now()));
        await().until(() -> stage.group().members() == 6);
        stage.awaitAllConsumed();
        assertThat(stage.history(orders, gateway).violations()).isEmpty();
        assertThat(health(first, "readiness")).doesNotContain("stopped");
    }

    @Test
    void comesBackByItselfWhenNobodyCallsItBack() {
        stage.start(gateway.property());
        await().until(() -> stage.group().isSettled(3));
        stop(Duration.ofSeconds(5));
        await().until(() -> stage.group().members() == 0);
        var orders = stage.place(10, "pm_ok");
        await().atMost(Duration.ofSeconds(30)).until(() -> stage.group().members() == 3);
        stage.awaitAllConsumed();
        assertThat(stage.history(orders, gateway).violations()).isEmpty();
    }

    @Test
    void aServiceThatStartsWhileItsGroupIsStoppedWaits() {
        stop(Duration.ofSeconds(8));
        var until = Instant.now().plusSeconds(7);
        var service = stage.start(gateway.property());
        await().until(() -> health(service, "readiness").contains("by an-operator"));
        await().during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(3))
                .until(() -> Instant.now().isAfter(until) || stage.group().members() == 0);
        await().atMost(Duration.ofSeconds(30)).until(() -> stage.group().members() == 3);
    }

    @Test
    void ignoresWhatIsNoControlRecordAndWhatIsMeantForOthers() {
        var service = stage.start(gateway.property());
        await().until(() -> stage.group().isSettled(3));
        write(Topics.PAYMENT_CONSUMER, "{\"wanted\":\"DANCE\"}".getBytes(UTF_8));
        write(Topics.PAYMENT_CONSUMER, null);
        write("another-group", stopRecord(Duration.ofMinutes(5)));
        stop(Duration.ofMinutes(1));
        await().until(() -> stage.group().members() == 0);
        write(Topics.PAYMENT_CONSUMER, "nonsense".getBytes(UTF_8));
        write(ConsumerControl.run("an-operator", Instant.now()));
        await().until(() -> stage.group().members() == 3);
        assertThat(service.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
    }

    private static String health(Service service, String group) {
        return service.get("/actuator/health/" + group).body();
    }

    private void stop(Duration length) {
        write(Topics.PAYMENT_CONSUMER, stopRecord(length));
    }

    private static byte[] stopRecord(Duration length) {
        var stop = ConsumerControl.stop("an-operator", Instant.now(), length);
        return new ConsumerControlJson().write(stop);
    }

    private void write(ConsumerControl control) {
        write(Topics.PAYMENT_CONSUMER, new ConsumerControlJson().write(control));
    }

    private void write(String group, byte[] value) {
        stage.send(new ProducerRecord<>(Topics.CONSUMER_CONTROL, group.getBytes(UTF_8), value));
    }
}
