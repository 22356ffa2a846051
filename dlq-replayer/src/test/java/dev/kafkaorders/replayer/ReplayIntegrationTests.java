package dev.kafkaorders.replayer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kafkaorders.events.ReplayHeaders;
import dev.kafkaorders.events.Topics;
import dev.kafkaorders.replayer.stage.Cluster;
import dev.kafkaorders.replayer.stage.Door;
import dev.kafkaorders.replayer.stage.Letter;
import dev.kafkaorders.replayer.stage.Stage;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// Dead letters go back as they were, each once.
class ReplayIntegrationTests {

    private static final String ALL = "\"selection\": {\"all\": true}";

    private final Stage stage = Stage.open();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void bringsARecordBackAsItWas() {
        var letter = Letter.order().on(3);
        stage.die(letter);
        var door = stage.start();
        var location = door.replay(ALL);
        door.awaitDone(location);
        var back = stage.read(Topics.ORDERS).getFirst();
        assertThat(back.partition()).isEqualTo(3);
        assertThat(back.key()).isEqualTo(letter.key().getBytes(UTF_8));
        assertThat(back.value()).isEqualTo(letter.value());
        assertThat(back.headers().toArray()).startsWith(letter.ownHeaders().toArray());
        assertThat(text(back, ReplayHeaders.REPLAY_ID))
                .isEqualTo(location.substring("/replays/".length()));
        assertThat(text(back, ReplayHeaders.REPLAY_COUNT)).isEqualTo("1");
        assertThat(back.headers().toArray())
                .extracting(Header::key)
                .noneMatch(name -> name.startsWith("kafka_dlt-") || name.startsWith("retry-"));
    }

    @Test
    void bringsEachBackOnceAndInOrder() {
        stage.die(1_000);
        var door = stage.start();
        var done = door.awaitDone(door.replay(ALL));
        assertThat(done.get("done").asLong()).isEqualTo(1_000);
        assertThat(done.get("remaining").asLong()).isZero();
        assertThat(keys(stage.read(Topics.ORDERS), 0))
                .isEqualTo(keys(stage.read(Stage.DEAD_LETTERS), 0));
        assertThat(stage.copies(Topics.ORDERS))
                .hasSize(1_000)
                .allSatisfy((_, n) -> assertThat(n).isOne());
    }

    @Test
    void theLagOfItsConsumerGroupIsWhatRemains() {
        stage.die(60);
        var door = stage.start();
        var done = door.awaitDone(door.replay(ALL));
        await().untilAsserted(() ->
                assertThat(stage.committed(done.get("consumerGroup").asString()))
                        .hasSize(Topics.PARTITIONS)
                        .allSatisfy((_, offset) -> assertThat(offset).isEqualTo(10)));
    }

    @Test
    void leavesAloneWhatWasReplayedBeforeUnlessItIsForced() {
        stage.die(20);
        var door = stage.start();
        door.awaitDone(door.replay(ALL));
        var again = door.awaitDone(door.replay(ALL));
        assertThat(again.get("done").asLong()).isZero();
        assertThat(again.at("/skipped/ALREADY_REPLAYED").asLong()).isEqualTo(20);
        var forced = door.awaitDone(door.replay(ALL + ", \"force\": true"));
        assertThat(forced.get("done").asLong()).isEqualTo(20);
        assertThat(text(stage.read(Topics.ORDERS).getLast(), ReplayHeaders.REPLAY_COUNT))
                .isEqualTo("2");
    }

    @Test
    void twoThatOverlapTakeEachDeadLetterOnce() {
        stage.die(5_000);
        var door = stage.start("replayer.replays.batch=100");
        var first = door.replay(ALL);
        var second = door.replay(ALL);
        var done = door.awaitDone(first).get("done").asLong();
        var also = door.awaitDone(second);
        assertThat(done + also.get("done").asLong()).isEqualTo(5_000);
        assertThat(also.get("done").asLong() + also.at("/skipped/ALREADY_REPLAYED").asLong())
                .isEqualTo(5_000);
        assertThat(stage.copies(Topics.ORDERS))
                .hasSize(5_000)
                .allSatisfy((_, n) -> assertThat(n).isOne());
    }

    @Test
    void twoThatTakeTurnsTakeEachDeadLetterOnce() {
        stage.die(2_000);
        var door = stage.start("replayer.replays.batch=50");
        var first = door.replay(ALL + ", \"rate\": 200");
        await().until(() -> door.json(first).get("done").asLong() > 0);
        door.post(first + "/pause", "");
        var second = door.replay(ALL);
        assertThat(door.awaitDone(second).get("done").asLong()).isPositive();
        door.post(first + "/resume", "");
        assertThat(door.awaitDone(first).get("done").asLong()).isPositive();
        assertThat(stage.copies(Topics.ORDERS))
                .hasSize(2_000)
                .allSatisfy((_, n) -> assertThat(n).isOne());
    }

    @Test
    void quarantinesWhatComesBackAgainAndAgain() {
        stage.die(Letter.order().replayed(2), Letter.order().on(1).replayed(3));
        var door = stage.start();
        var done = door.awaitDone(door.replay(ALL + ", \"force\": true"));
        assertThat(done.get("done").asLong()).isOne();
        assertThat(done.get("quarantined").asLong()).isOne();
        assertThat(stage.read(Topics.ORDERS)).hasSize(1);
        assertThat(text(stage.read(Topics.ORDERS).getFirst(), ReplayHeaders.REPLAY_COUNT))
                .isEqualTo("3");
        var quarantined = door.json("/dead-letters/1-0");
        assertThat(quarantined.get("state").asString()).isEqualTo("quarantined");
        assertThat(quarantined.at("/history/0/reason").asString()).contains("3 times");
        assertThat(door.json("/dead-letters?state=quarantined").get("deadLetters")).hasSize(1);
    }

    @Test
    void writesOnlyWhereItMay() {
        stage.die(Letter.order().from("somewhere.else", 0), Letter.order().on(1));
        var door = stage.start();
        var done = door.awaitDone(door.replay(ALL));
        assertThat(done.get("done").asLong()).isOne();
        assertThat(done.at("/skipped/TARGET_NOT_ALLOWED").asLong()).isOne();
        var refused =
                door.post("/replays", "{" + ALL + ", \"dryRun\": false, \"target\": \"payments\"}");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("urn:kafka-orders:problem:target-not-allowed", "\"orders\"");
    }

    @Test
    void writesToAnotherTopicThatIsAllowed() {
        stage.die(Letter.order().on(2));
        try (var cluster = Cluster.of(stage)) {
            cluster.letReplayerWrite(Topics.PAYMENTS);
        }
        var door = stage.start("replayer.targets.allowed=orders,payments");
        door.awaitDone(door.replay(ALL + ", \"target\": \"payments\""));
        assertThat(stage.read(Topics.PAYMENTS)).hasSize(1);
        assertThat(stage.read(Topics.ORDERS)).isEmpty();
    }

    @Test
    void replaysWhatIsSelected() {
        stage.die(12);
        var door = stage.start();
        door.awaitDone(door.replay("\"selection\": {\"ids\": [\"0-1\", \"5-0\"]}"));
        assertThat(stage.read(Topics.ORDERS))
                .extracting(record -> record.partition())
                .containsExactlyInAnyOrder(0, 5);
        assertThat(door.json("/dead-letters/0-1").get("state").asString()).isEqualTo("replayed");
        assertThat(door.json("/dead-letters/0-0").get("state").asString()).isEqualTo("open");
    }

    @Test
    void replaysWhatMatches() {
        var morning = Instant.parse("2026-11-24T08:00:00Z");
        stage.die(
                Letter.order().at(morning),
                Letter.order().at(morning.plusSeconds(60)).failed("a.B", "no"),
                Letter.order().at(morning.plusSeconds(120)),
                Letter.order().at(morning.plusSeconds(180)));
        var door = stage.start();
        var filter =
                """
                "selection": {"filter": {"exception": "GatewayRefused",
                    "from": "2026-11-24T08:00:00Z", "to": "2026-11-24T08:03:00Z"}}
                """;
        assertThat(door.awaitDone(door.replay(filter)).get("done").asLong()).isEqualTo(2);
        assertThat(door.json("/dead-letters?state=replayed").get("deadLetters").valueStream())
                .extracting(letter -> letter.get("id").asString())
                .containsExactly("0-2", "0-0");
    }

    @Test
    void aDryRunIsTheDefaultAndTellsWhatWouldHappen() {
        stage.die(250);
        var door = stage.start();
        door.awaitDone(door.replay("\"selection\": {\"ids\": [\"0-0\"]}"));
        var answer = door.post("/replays", "{" + ALL + "}");
        assertThat(answer.statusCode()).isEqualTo(200);
        var plan = JsonMapper.shared().readTree(answer.body());
        assertThat(plan.get("replayed").asLong()).isEqualTo(249);
        assertThat(plan.at("/skipped/ALREADY_REPLAYED").asLong()).isOne();
        assertThat(plan.get("keyCount").asLong()).isEqualTo(249);
        assertThat(plan.get("keys")).hasSize(100);
        assertThat(plan.get("sample")).hasSize(10);
        assertThat(plan.at("/sample/0/payload/json/paymentMethod").asString()).isEqualTo("***");
        assertThat(answer.body()).doesNotContain("pm_broken");
        assertThat(stage.read(Topics.ORDERS)).hasSize(1);
        assertThat(door.json("/replays")).hasSize(1);
    }

    @Test
    void goesAsFastAsItMayAndCanBePausedResumedAndCancelled() {
        stage.die(600);
        var door = stage.start();
        var location = door.replay(ALL + ", \"rate\": 100");
        await().until(() -> door.json(location).get("done").asLong() > 0);
        var running = door.json(location);
        assertThat(running.get("perSecond").asLong()).isLessThan(200);
        assertThat(running.get("secondsLeft").asLong()).isPositive();
        assertThat(rate(door)).isPositive().isLessThan(200);
        assertThat(door.post(location + "/pause", "").statusCode()).isEqualTo(200);
        var paused = door.json(location);
        assertThat(paused.get("state").asString()).isEqualTo("paused");
        await().until(() -> rate(door) == 0);
        stage.awaitRecords(Topics.ORDERS, 1);
        assertThat(stage.read(Topics.ORDERS)).hasSize((int) paused.get("done").asLong());
        door.post(location + "/resume", "");
        await().until(() -> door.json(location).get("done").asLong() > paused.get("done").asLong());
        door.post(location + "/cancel", "");
        var cancelled = door.json(location);
        assertThat(cancelled.get("state").asString()).isEqualTo("cancelled");
        assertThat(stage.read(Topics.ORDERS)).hasSize((int) cancelled.get("done").asLong());
        var refused = door.post(location + "/resume", "");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("urn:kafka-orders:problem:replay-state");
    }

    @Test
    void tellsItsProgressOnceASecondAndAtTheEnd() {
        stage.die(300);
        var door = stage.start();
        var location = door.replay(ALL + ", \"rate\": 100");
        var events = door.get(location + "/events");
        assertThat(events.headers().firstValue("Content-Type")).hasValue("text/event-stream");
        assertThat(events.body().split("event:progress", -1)).hasSizeBetween(3, 8);
        assertThat(events.body()).endsWith("}\n\n").contains("\"state\":\"running\"");
        assertThat(events.body().substring(events.body().lastIndexOf("data:")))
                .contains("\"state\":\"done\"", "\"done\":300");
    }

    @Test
    void saysWhatIsWrongWithARequest() {
        var door = stage.start();
        assertProblem(door.post("/replays", "{}").body(), "$.selection");
        assertProblem(door.post("/replays", "{" + ALL + ", \"rate\": 0}").body(), "$.rate");
        assertProblem(
                door.post("/replays", "{\"selection\": {\"filter\": {\"excepton\": \"x\"}}}")
                        .body(),
                "$.selection.filter.excepton");
        assertProblem(
                door.post("/replays", "{\"selection\": {\"ids\": [\"1\"]}}").body(),
                "partition-offset");
        assertProblem(
                door.post("/replays", "{\"selection\": {\"ids\": [null]}}").body(), "$.selection");
        assertProblem(
                door.post("/replays", "{\"selection\": {\"filter\": {}}}").body(),
                "filter is empty");
        assertProblem(
                door.post(
                                "/replays",
                                "{\"selection\": {\"filter\": {\"to\": \"1969-12-31T23:59:59Z\"}}}")
                        .body(),
                "between 1970 and");
        assertThat(door.get("/replays/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
        assertThat(door.get("/replays/7").statusCode()).isEqualTo(400);
    }

    @Test
    void showsItsMetricsBeforeTheFirstAndAfter() {
        stage.die(5);
        var door = stage.start();
        assertThat(door.get("/actuator/prometheus").body())
                .contains("replayer_replayed_records_total 0.0")
                .contains("replayer_replays_rate 0.0")
                .contains("replayer_replays{state=\"running\"} 0.0")
                .contains("replayer_dead_letters{state=\"discarded\"} 0.0");
        door.awaitDone(door.replay(ALL));
        await().untilAsserted(() ->
                assertThat(door.get("/actuator/prometheus").body())
                        .contains("replayer_replayed_records_total 5.0")
                        .contains("replayer_replays{state=\"done\"} 1.0")
                        .contains("replayer_dead_letters{state=\"replayed\"} 5.0")
                        .contains("replayer_dead_letters{state=\"open\"} 0.0"));
    }

    private static void assertProblem(String body, String part) {
        assertThat(body).contains("urn:kafka-orders:problem:invalid-request", part);
    }

    private static double rate(Door door) {
        return door.get("/actuator/prometheus")
                .body()
                .lines()
                .filter(line -> line.startsWith("replayer_replays_rate "))
                .mapToDouble(line -> Double.parseDouble(line.split(" ")[1]))
                .sum();
    }

    private static List<String> keys(List<ConsumerRecord<byte[], byte[]>> records, int partition) {
        return records.stream()
                .filter(record -> record.partition() == partition)
                .map(record -> new String(record.key(), UTF_8))
                .toList();
    }

    private static String text(ConsumerRecord<byte[], byte[]> record, String header) {
        return new String(record.headers().lastHeader(header).value(), UTF_8);
    }
}
