package dev.kafkaorders.replayer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kafkaorders.events.Topics;
import dev.kafkaorders.replayer.stage.Cluster;
import dev.kafkaorders.replayer.stage.Door;
import dev.kafkaorders.replayer.stage.Stage;
import java.time.Duration;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// There is one writer, and what it does survives its death.
class WriterIntegrationTests {

    private static final String ALL = "\"selection\": {\"all\": true}";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Stage stage = Stage.open();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    @Tag("processes")
    void aReplayThatIsKilledGoesOnByItselfAndTakesEachDeadLetterOnce() {
        stage.die(10_000);
        var victim = stage.startProcess("replayer.replays.batch=200");
        var dying = victim.door();
        dying.awaitReady();
        var location = dying.replay(ALL + ", \"rate\": 2000");
        await().atMost(PATIENCE).until(() -> dying.json(location).get("done").asLong() > 2_000);
        victim.kill();
        var door = stage.start("replayer.replays.batch=200");
        var done = door.awaitDone(location);
        assertThat(done.get("done").asLong()).isEqualTo(10_000);
        assertThat(stage.copies(Topics.ORDERS))
                .hasSize(10_000)
                .allSatisfy((_, copies) -> assertThat(copies).isOne());
        assertThat(door.json("/dead-letters?state=open").get("deadLetters")).isEmpty();
    }

    @Test
    void aReplaySurvivesTheLossOfABroker() {
        stage.die(6_000);
        var door = stage.start("replayer.replays.batch=200");
        var location = door.replay(ALL + ", \"rate\": 1000");
        await().until(() -> done(door, location) > 500);
        try (var _ = stage.loseBroker()) {
            var before = done(door, location);
            // Where others are left it goes on without it, where none is it says why it can't.
            await().atMost(PATIENCE)
                    .until(() ->
                            done(door, location) > before + 1_000
                                    || door.get("/actuator/health/readiness").statusCode() == 503);
        }
        assertThat(door.awaitDone(location).get("done").asLong()).isEqualTo(6_000);
        assertThat(stage.copies(Topics.ORDERS))
                .hasSize(6_000)
                .allSatisfy((_, copies) -> assertThat(copies).isOne());
    }

    private static long done(Door door, String location) {
        return door.json(location).get("done").asLong();
    }

    @Test
    void aReplayIsHandedOverToAnInstanceThatStarts() {
        stage.die(3_000);
        var first = stage.start("replayer.replays.batch=50");
        var location = first.replay(ALL + ", \"rate\": 500");
        await().until(() -> first.json(location).get("done").asLong() > 100);
        var second = stage.start();
        assertThat(second.awaitDone(location).get("done").asLong()).isEqualTo(3_000);
        assertThat(stage.copies(Topics.ORDERS))
                .hasSize(3_000)
                .allSatisfy((_, copies) -> assertThat(copies).isOne());
    }

    @Test
    void whoIsTakenOverSaysSoAndOnlyReads() {
        stage.die(6);
        var first = stage.start();
        var second = stage.start();
        await().atMost(PATIENCE)
                .until(() -> first.get("/actuator/health/readiness").statusCode() == 503);
        assertThat(first.get("/actuator/health/readiness").body())
                .contains("another instance has taken over");
        var refused =
                first.post("/dead-letters/discard", "{\"ids\": [\"0-0\"], \"reason\": \"x\"}");
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.body()).contains("urn:kafka-orders:problem:taken-over");
        second.awaitDone(second.replay(ALL));
        await().until(() ->
                first.json("/dead-letters?state=replayed").get("deadLetters").size() == 6);
        assertThat(first.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
    }

    @Test
    void whoIsTakenOverStaysSoWhenReadingFails() {
        stage.die(6);
        var first = stage.start();
        var second = stage.start();
        await().atMost(PATIENCE)
                .until(() -> first.get("/actuator/health/readiness").statusCode() == 503);
        var lostBefore = losses(first);
        // It names nobody as the writer, which nobody can go on from.
        var nonsense = "nonsense".getBytes(UTF_8);
        try (var cluster = Cluster.of(stage)) {
            cluster.write(new ProducerRecord<>(Topics.REPLAYS, "writer".getBytes(UTF_8), nonsense));
        }
        await().atMost(PATIENCE).until(() -> !losses(second).endsWith(" 0.0"));
        second.awaitReady();
        var location = second.replay(ALL);
        await().atMost(PATIENCE)
                .until(() -> first.get(location).body().contains("\"state\":\"done\""));
        assertThat(first.get("/actuator/health/readiness").body())
                .contains("another instance has taken over");
        assertThat(losses(first)).isEqualTo(lostBefore);
    }

    private static String losses(Door door) {
        return door.get("/actuator/prometheus")
                .body()
                .lines()
                .filter(line -> line.startsWith("replayer_writer_losses_total"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anActOfTheOldWriterIsRefusedEvenBeforeItKnows() {
        stage.die(6);
        var first = stage.start();
        var second = stage.startUnready();
        second.awaitReady();
        var refused = first.post("/replays", "{" + ALL + ", \"dryRun\": false}");
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(second.json("/replays")).isEmpty();
    }

    @Test
    void whatWasDoneIsKnownAfterARestart() {
        stage.die(12);
        var first = stage.start();
        first.post("/dead-letters/discard", "{\"ids\": [\"0-0\"], \"reason\": \"test order\"}");
        var location = first.replay(ALL);
        first.awaitDone(location);
        stage.stopLast();
        var second = stage.start();
        assertThat(second.json("/dead-letters/0-0").at("/history/0/reason").asString())
                .isEqualTo("test order");
        assertThat(second.json(location).get("done").asLong()).isEqualTo(11);
        var again = second.awaitDone(second.replay(ALL));
        assertThat(again.get("done").asLong()).isZero();
    }

    @Test
    void aPausedReplayStaysPausedOverARestart() {
        stage.die(600);
        var first = stage.start();
        var location = first.replay(ALL + ", \"rate\": 100");
        first.post(location + "/pause", "");
        stage.stopLast();
        var second = stage.start();
        assertThat(second.json(location).get("state").asString()).isEqualTo("paused");
        second.post(location + "/resume", "");
        assertThat(second.awaitDone(location).get("done").asLong()).isEqualTo(600);
        assertThat(stage.copies(Topics.ORDERS))
                .hasSize(600)
                .allSatisfy((_, copies) -> assertThat(copies).isOne());
    }

    @Test
    void whatKafkaRefusesFailsOneReplayAndHoldsUpNoOther() {
        stage.die(6);
        stage.limit("payments", 200);
        try (var cluster = Cluster.of(stage)) {
            cluster.letReplayerWrite(Topics.PAYMENTS);
        }
        var door = stage.start("replayer.targets.allowed=orders,payments");
        var refused = door.replay(ALL + ", \"target\": \"payments\"");
        await().atMost(PATIENCE)
                .until(() -> door.json(refused).get("state").asString().equals("failed"));
        assertThat(door.json(refused).get("reason").asString()).contains("RecordTooLarge");
        door.awaitReady();
        assertThat(door.awaitDone(door.replay(ALL)).get("done").asLong()).isEqualTo(6);
        stage.limit("payments", 1_000_000);
        assertThat(door.post(refused + "/resume", "").statusCode()).isEqualTo(200);
        assertThat(door.awaitDone(refused).at("/skipped/ALREADY_REPLAYED").asLong()).isEqualTo(6);
    }
}
