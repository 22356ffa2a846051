package dev.kafkaorders.replayer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kafkaorders.events.Topics;
import dev.kafkaorders.replayer.stage.Cluster;
import dev.kafkaorders.replayer.stage.Door;
import dev.kafkaorders.replayer.stage.Letter;
import dev.kafkaorders.replayer.stage.Stage;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/// The log tells what was done, and nothing of what is in a record.
@ExtendWith(OutputCaptureExtension.class)
class LogIntegrationTests {

    private static final String ALL = "\"selection\": {\"all\": true}";
    private static final String CARD = "pm_4111111111111111";
    private static final String OTHER_CARD = "pm_5500005555555559";
    private static final String PAYLOAD = "neither-json-nor-for-others";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Stage stage = Stage.open();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void tellsNeitherPayloadsNorCards(CapturedOutput log) {
        for (var order = 0; order < 4; order++) {
            stage.die(Letter.order(new UUID(1, order), CARD));
        }
        stage.die(Letter.poison("k", PAYLOAD.getBytes(UTF_8)));
        stage.limit(Topics.PAYMENTS, 200);
        try (var cluster = Cluster.of(stage)) {
            cluster.letReplayerWrite(Topics.PAYMENTS);
        }
        var door = stage.start("replayer.targets.allowed=orders,payments");
        var failing = door.replay(ALL + ", \"target\": \"payments\"");
        await().atMost(PATIENCE)
                .until(() -> door.json(failing).get("state").asString().equals("failed"));
        door.awaitReady();
        door.get("/dead-letters?text=" + CARD);
        door.get("/dead-letters/0-4");
        door.post("/replays", "{" + ALL + "}");
        correct(door, "0-0", "{\"paymentMethod\": \"" + OTHER_CARD + "\"}");
        correct(door, "0-1", "{\"total\": \"" + OTHER_CARD + "\"}");
        correct(door, "0-1", "{\"paymentMethod\": \"" + OTHER_CARD);
        correct(door, "0-4", "{\"paymentMethod\": \"" + OTHER_CARD + "\"}");
        door.post("/dead-letters/discard", "{\"ids\": [\"0-2\"], \"reason\": \"test order\"}");
        door.awaitDone(door.replay(ALL));
        assertThat(log)
                .contains("A replay failed", "A dead letter was corrected")
                .contains("Dead letters were given up", "A replay is done")
                .doesNotContain(CARD)
                .doesNotContain(OTHER_CARD)
                .doesNotContain(PAYLOAD);
    }

    private static void correct(Door door, String id, String patch) {
        door.post("/dead-letters/" + id + "/corrections", "application/merge-patch+json", patch);
    }
}
