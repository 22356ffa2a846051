package dev.kafkaorders.replayer.offsets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kafkaorders.events.Topics;
import dev.kafkaorders.replayer.stage.Cluster;
import dev.kafkaorders.replayer.stage.Door;
import dev.kafkaorders.replayer.stage.PaymentConsumers;
import dev.kafkaorders.replayer.stage.Stage;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.kafka.clients.consumer.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The group doesn't stop, or the replayer dies while it does: nothing is altered, and the group
/// runs again.
@Tag("processes")
class InterruptedResetIntegrationTests {

    private static final String DEADLINE = "replayer.control.deadline=8s";
    private static final String PLAN =
            """
            {"group": "payment-consumer", "to": {"earliest": true}, "topics": ["orders"],
             "stopGroup": true}
            """;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Stage stage = Stage.open();
    private final Cluster cluster = Cluster.of(stage);
    private PaymentConsumers consumers;

    /// Is in the group and knows nothing of `consumer-control`.
    private Consumer<byte[], byte[]> stubborn;

    @BeforeEach
    void start(@TempDir Path logs) {
        consumers = new PaymentConsumers(logs);
        consumers.start();
        consumers.place(30);
        await().atMost(PATIENCE).until(() -> number("select count(*) from payment") == 30);
        stubborn = cluster.member(Topics.PAYMENT_CONSUMER, Topics.ORDERS);
    }

    @AfterEach
    void close() {
        stubborn.close();
        stage.close();
        consumers.close();
        cluster.awaitEmpty(Topics.PAYMENT_CONSUMER);
        cluster.close();
    }

    @Test
    void aGroupThatDoesNotStopInTimeIsLeftWhereItIs() {
        var door = stage.start(DEADLINE, "replayer.control.patience=3s");
        var location = plan(door);
        var answer = door.post(location + "/execution", "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(504);
        assertThat(answer.body()).contains("urn:kafka-orders:problem:group-not-stopped");
        assertThat(state(door, location)).isEqualTo("FAILED");
        assertRunsAsBefore(door);
    }

    @Test
    void aReplayerThatIsKilledWhileTheGroupStopsLeavesItWhereItIs() {
        var victim = stage.startProcess(DEADLINE, "replayer.control.patience=7s");
        var dying = victim.door();
        dying.awaitReady();
        var location = plan(dying);
        Thread.ofVirtual()
                .start(() -> {
                    try {
                        dying.post(location + "/execution", "");
                    } catch (IllegalStateException _) {
                        // Killed before it has answered.
                    }
                });
        await().pollInterval(Duration.ofMillis(50))
                .until(() -> state(dying, location).equals("STOPPING"));
        victim.kill();
        var door = stage.start(DEADLINE, "replayer.control.patience=7s");
        await().atMost(PATIENCE).until(() -> state(door, location).equals("FAILED"));
        assertThat(door.json(location).get("reason").asString()).contains("nothing was altered");
        assertRunsAsBefore(door);
    }

    /// What is placed is paid again, and nothing came a second time.
    private void assertRunsAsBefore(Door door) {
        stubborn.close();
        // Members come back one by one, and each that does may have a commit of another refused.
        await().atMost(PATIENCE)
                .until(() ->
                        door.json("/consumer-groups/payment-consumer")
                                .get("state")
                                .asString()
                                .equals("Stable"));
        consumers.place(30);
        await().atMost(PATIENCE).until(() -> number("select count(*) from payment") == 60);
        assertThat(number("select count(*) from inbox where deliveries > 1")).isZero();
    }

    private int number(String query) {
        return consumers.number(query);
    }

    private static String plan(Door door) {
        var answer = door.post("/offset-resets", PLAN);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        JsonNode plan = JsonMapper.shared().readTree(answer.body());
        return "/offset-resets/" + plan.get("id").asString();
    }

    private static String state(Door door, String location) {
        return door.json(location).get("state").asString();
    }
}
