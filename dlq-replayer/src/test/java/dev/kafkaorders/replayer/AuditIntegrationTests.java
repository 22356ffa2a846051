package dev.kafkaorders.replayer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.kafkaorders.events.ReplayHeaders;
import dev.kafkaorders.events.Topics;
import dev.kafkaorders.replayer.stage.Door;
import dev.kafkaorders.replayer.stage.Letter;
import dev.kafkaorders.replayer.stage.Stage;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What operators do about dead letters is in the audit, or not done.
class AuditIntegrationTests {

    private static final String ALL = "\"selection\": {\"all\": true}";

    /// Room for the markers of transactions, and for no entry.
    private static final int NOTHING = 200;

    private static final int ANYTHING = 1_048_588;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Stage stage = Stage.open();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void aReplayIsInTheAuditFromItsStartToItsEnd() {
        stage.die(300);
        var door = stage.start();
        var location = door.replay(ALL + ", \"rate\": 100");
        door.post(location + "/pause", "");
        door.post(location + "/resume", "");
        door.awaitDone(location);
        assertThat(door.post(location + "/cancel", "").statusCode()).isEqualTo(409);
        var audit = audit();
        var id = location.substring("/replays/".length());
        assertThat(audit)
                .allSatisfy(entry -> {
                    assertThat(entry.get("subject").asString()).isEqualTo(id);
                    assertThat(entry.get("who").asString()).isEqualTo("operator");
                });
        assertThat(audit)
                .extracting(
                        entry -> entry.get("what").asString(),
                        entry -> entry.get("phase").asString(),
                        entry -> entry.at("/before/state").asString(""),
                        entry -> entry.at("/after/state").asString(""))
                .containsExactly(
                        tuple("replay-start", "INTENDED", "", "running"),
                        tuple("replay-start", "DONE", "", "running"),
                        tuple("replay-pause", "INTENDED", "running", "paused"),
                        tuple("replay-pause", "DONE", "running", "paused"),
                        tuple("replay-resume", "INTENDED", "paused", "running"),
                        tuple("replay-resume", "DONE", "paused", "running"),
                        tuple("replay-end", "DONE", "running", "done"),
                        tuple("replay-cancel", "INTENDED", "done", "cancelled"),
                        tuple("replay-cancel", "FAILED", "done", "done"));
        assertThat(audit.get(1).at("/after/request/rate").asInt()).isEqualTo(100);
        assertThat(audit.get(6).at("/after/counts/done").asInt()).isEqualTo(300);
        assertThat(audit.getLast().get("result").asString()).isEqualTo("it is done");
    }

    @Test
    void discardsAndCorrectionsAreInTheAuditWithoutTheirPayloads() {
        stage.die(Letter.order(), Letter.order(), Letter.order());
        var door = stage.start();
        discard(door, "\"0-0\", \"0-1\"");
        correct(door, "0-2");
        correct(door, "0-2");
        assertThat(audit())
                .extracting(
                        entry -> entry.get("what").asString(),
                        entry -> entry.get("subject").asString(),
                        entry -> entry.get("result").asString(""),
                        AuditIntegrationTests::before,
                        AuditIntegrationTests::after)
                .containsExactly(
                        tuple(
                                "dead-letters-discard",
                                "payment-consumer.dlt",
                                "",
                                "open",
                                "discarded"),
                        tuple(
                                "dead-letters-discard",
                                "payment-consumer.dlt",
                                "done",
                                "open",
                                "discarded"),
                        tuple(
                                "dead-letter-correct",
                                "payment-consumer.dlt-0-2",
                                "",
                                "open",
                                "replayed"),
                        tuple(
                                "dead-letter-correct",
                                "payment-consumer.dlt-0-2",
                                "done",
                                "open",
                                "replayed"),
                        tuple(
                                "dead-letter-correct",
                                "payment-consumer.dlt-0-2",
                                "",
                                "replayed",
                                "replayed"),
                        tuple(
                                "dead-letter-correct",
                                "payment-consumer.dlt-0-2",
                                "it is replayed",
                                "replayed",
                                "replayed"));
        assertThat(audit().get(1).at("/after/1/deadLetter").asString()).isEqualTo("0-1");
        assertThat(audit().get(1).at("/after/1/reason").asString()).isEqualTo("test order");
        assertThat(audit().get(3).at("/after/correctedAs").asString()).isNotEmpty();
        assertThat(stage.read(Topics.AUDIT))
                .noneMatch(record -> new String(record.value(), UTF_8).contains("pm_"));
    }

    @Test
    void nothingIsDoneWhenTheAuditCannotBeWritten() {
        stage.die(100);
        var door = stage.start();
        var location = door.replay(ALL + ", \"rate\": 1");
        stage.limit(Topics.AUDIT, NOTHING);
        assertRefused(door.post("/replays", "{\"dryRun\": false, " + ALL + "}"));
        assertRefused(door.post(location + "/pause", ""));
        assertRefused(discard(door, "\"1-0\""));
        assertRefused(correct(door, "2-0"));
        assertThat(door.json("/replays")).hasSize(1);
        assertThat(door.json(location).get("state").asString()).isEqualTo("running");
        // The replay that runs may have come to them meanwhile: that was allowed before.
        assertThat(door.json("/dead-letters/1-0").get("state").asString())
                .isNotEqualTo("discarded");
        assertThat(stage.read(Topics.ORDERS))
                .noneMatch(order -> order.headers().lastHeader(ReplayHeaders.REPLAY_OF) != null);
        assertThat(stage.read(Topics.retry(Topics.PAYMENT_CONSUMER, Topics.PAYMENT_RETRIES.get(0))))
                .isEmpty();
    }

    @Test
    void aReplayDoesNotEndUnlessTheAuditSaysSo() {
        stage.die(10);
        var door = stage.start();
        var location = door.replay(ALL + ", \"rate\": 2");
        stage.limit(Topics.AUDIT, NOTHING);
        await().atMost(PATIENCE)
                .until(() -> door.get("/actuator/health/readiness").statusCode() == 503);
        assertThat(stage.read(Topics.ORDERS)).hasSize(9);
        stage.limit(Topics.AUDIT, ANYTHING);
        await().atMost(PATIENCE)
                .until(() -> door.json(location).get("state").asString().equals("failed"));
        assertThat(door.json(location).get("reason").asString()).contains("RecordTooLarge");
        door.post(location + "/resume", "");
        door.awaitDone(location);
        assertThat(stage.copies(Topics.ORDERS))
                .hasSize(10)
                .allSatisfy((_, copies) -> assertThat(copies).isOne());
        assertThat(audit())
                .filteredOn(entry -> entry.get("what").asString().equals("replay-end"))
                .extracting(entry -> entry.get("result").asString())
                .containsExactly("RecordTooLargeException", "done");
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.body()).contains("urn:kafka-orders:problem:audit-unavailable");
    }

    private List<JsonNode> audit() {
        return stage.read(Topics.AUDIT).stream()
                .map(record -> JsonMapper.shared().readTree(record.value()))
                .sorted(Comparator.comparing(entry -> Instant.parse(entry.get("at").asString())))
                .toList();
    }

    private static String before(JsonNode entry) {
        return state(entry.get("before"));
    }

    private static String after(JsonNode entry) {
        return state(entry.get("after"));
    }

    private static String state(JsonNode standing) {
        return (standing.isArray() ? standing.get(0) : standing).get("state").asString();
    }

    private static HttpResponse<String> discard(Door door, String ids) {
        return door.post(
                "/dead-letters/discard", "{\"ids\": [" + ids + "], \"reason\": \"test order\"}");
    }

    private static HttpResponse<String> correct(Door door, String id) {
        return door.post(
                "/dead-letters/" + id + "/corrections",
                "application/merge-patch+json",
                "{\"paymentMethod\": \"pm_ok\"}");
    }
}
