package dev.kafkaorders.replayer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkaorders.events.Decoded;
import dev.kafkaorders.events.Event;
import dev.kafkaorders.events.EventHeaders;
import dev.kafkaorders.events.EventId;
import dev.kafkaorders.events.EventReader;
import dev.kafkaorders.events.OrderPlaced;
import dev.kafkaorders.events.ReplayHeaders;
import dev.kafkaorders.events.Topics;
import dev.kafkaorders.replayer.stage.Door;
import dev.kafkaorders.replayer.stage.Letter;
import dev.kafkaorders.replayer.stage.Stage;
import java.net.http.HttpResponse;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Dead letters are given up, or corrected.
class SettlingIntegrationTests {

    private static final String RETRY =
            Topics.retry(Topics.PAYMENT_CONSUMER, Topics.PAYMENT_RETRIES.getFirst());
    private static final String ALL = "\"selection\": {\"all\": true}";

    private final Stage stage = Stage.open();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void tellsPaymentConsumerWhichEventIsGivenUpAndWhy() {
        var letter = Letter.order().on(3);
        stage.die(letter, Letter.poison("k", new byte[] {1}).on(3).from(Topics.ORDERS, 8));
        var door = stage.start();
        var answer = discard(door, "\"3-0\", \"3-1\"");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"discarded\":2");
        var told = stage.read(RETRY);
        assertThat(told)
                .hasSize(2)
                .allSatisfy(record -> {
                    assertThat(record.partition()).isEqualTo(3);
                    assertThat(text(record, ReplayHeaders.DISCARDED)).isEqualTo("test order");
                });
        assertThat(told.getFirst().key()).isEqualTo(letter.key().getBytes(UTF_8));
        assertThat(text(told.getFirst(), ReplayHeaders.REPLAY_OF)).isEqualTo(letter.eventId());
        assertThat(text(told.getLast(), ReplayHeaders.REPLAY_OF))
                .isEqualTo(EventId.ofUnreadable(Topics.ORDERS, 3, 8).toString());
        var one = door.json("/dead-letters/3-0");
        assertThat(one.get("state").asString()).isEqualTo("discarded");
        assertThat(one.at("/history/0/reason").asString()).isEqualTo("test order");
    }

    @Test
    void givesUpOnce() {
        stage.die(6);
        var door = stage.start();
        discard(door, "\"0-0\"");
        assertThat(discard(door, "\"0-0\", \"1-0\"").body())
                .contains("\"discarded\":1", "\"already\":1");
        assertThat(stage.read(RETRY)).hasSize(2);
    }

    @Test
    void givesUpAllOrNone() {
        stage.die(6);
        var door = stage.start();
        var missing = discard(door, "\"0-0\", \"0-7\"");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.body()).contains("\"ids\":[\"0-7\"]");
        door.awaitDone(door.replay("\"selection\": {\"ids\": [\"1-0\"]}"));
        var replayed = discard(door, "\"0-0\", \"1-0\"");
        assertThat(replayed.statusCode()).isEqualTo(409);
        assertThat(replayed.body())
                .contains("urn:kafka-orders:problem:dead-letter-replayed", "\"ids\":[\"1-0\"]");
        assertThat(stage.read(RETRY)).isEmpty();
        assertThat(door.json("/dead-letters/0-0").get("state").asString()).isEqualTo("open");
    }

    @Test
    void aReplayLeavesAloneWhatIsGivenUpUnlessItIsForced() {
        stage.die(6);
        var door = stage.start();
        discard(door, "\"0-0\"");
        var done = door.awaitDone(door.replay(ALL));
        assertThat(done.get("done").asLong()).isEqualTo(5);
        assertThat(done.at("/skipped/DISCARDED").asLong()).isOne();
        var forced =
                door.awaitDone(door.replay("\"force\": true, \"selection\": {\"ids\": [\"0-0\"]}"));
        assertThat(forced.get("done").asLong()).isOne();
        assertThat(door.json("/dead-letters/0-0").get("history")).hasSize(2);
    }

    @Test
    void wantsToKnowWhichAndWhy() {
        var door = stage.start();
        assertThat(door.post("/dead-letters/discard", "{\"ids\": [\"0-0\"]}").body())
                .contains("$.reason");
        assertThat(door.post("/dead-letters/discard", "{\"reason\": \"x\"}").body())
                .contains("$.ids");
        assertThat(
                        door.post("/dead-letters/discard", "{\"reason\": \"x\", \"ids\": [\"a\"]}")
                                .body())
                .contains("urn:kafka-orders:problem:invalid-request", "partition-offset");
    }

    @Test
    void aCorrectionIsANewEventThatNamesTheOld() {
        var letter = Letter.order().on(2);
        stage.die(letter);
        var door = stage.start();
        var answer = correct(door, "2-0", "{\"paymentMethod\": \"pm_ok\", \"note\": null}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var record = stage.read(Topics.ORDERS).getFirst();
        assertThat(record.partition()).isEqualTo(2);
        assertThat(record.key()).isEqualTo(letter.key().getBytes(UTF_8));
        assertThat(text(record, EventHeaders.ID)).isNotEqualTo(letter.eventId());
        assertThat(answer.body()).contains(text(record, EventHeaders.ID));
        assertThat(text(record, ReplayHeaders.REPLAY_OF)).isEqualTo(letter.eventId());
        assertThat(text(record, ReplayHeaders.REPLAY_COUNT)).isEqualTo("1");
        assertThat(new EventReader().read(record.headers(), record.value()))
                .isInstanceOfSatisfying(
                        Decoded.Known.class,
                        known ->
                                assertThat(((Event<?>) known.event()).data())
                                        .isInstanceOfSatisfying(
                                                OrderPlaced.class,
                                                order ->
                                                        assertThat(order.paymentMethod())
                                                                .isEqualTo("pm_ok")));
        var one = door.json("/dead-letters/2-0");
        assertThat(one.get("state").asString()).isEqualTo("replayed");
        assertThat(one.at("/history/0/correctedAs").asString())
                .isEqualTo(text(record, EventHeaders.ID));
        assertThat(one.at("/history/0/replay").asString())
                .isEqualTo(text(record, ReplayHeaders.REPLAY_ID));
    }

    @Test
    void correctsOnceAndAReplayLeavesItAlone() {
        stage.die(Letter.order());
        var door = stage.start();
        correct(door, "0-0", "{\"paymentMethod\": \"pm_ok\"}");
        var again = correct(door, "0-0", "{\"paymentMethod\": \"pm_ok\"}");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("urn:kafka-orders:problem:dead-letter-settled");
        assertThat(door.awaitDone(door.replay(ALL)).get("done").asLong()).isZero();
        assertThat(stage.read(Topics.ORDERS)).hasSize(1);
    }

    @Test
    void refusesACorrectionThatIsNoValidEventAndNamesEachViolation() {
        stage.die(Letter.order());
        var door = stage.start();
        var patch =
                """
                {"paymentMethod": null, "total": {"minorUnits": -5, "currency": "euro"},
                 "lines": [{"sku": "s", "quantity": 0, "unitPrice": {"minorUnits": 1, "currency": "EUR"}}]}
                """;
        var answer = correct(door, "0-0", patch);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("urn:kafka-orders:problem:correction-invalid")
                .contains("\"path\":\"$.total.minorUnits\"")
                .contains("\"path\":\"$.total.currency\"")
                .contains("\"path\":\"$.lines[0].quantity\"")
                .contains("paymentMethod")
                .doesNotContain("euro");
        assertThat(stage.read(Topics.ORDERS)).isEmpty();
        assertThat(door.json("/dead-letters/0-0").get("state").asString()).isEqualTo("open");
    }

    @Test
    void aCorrectionStaysWithItsOrder() {
        stage.die(Letter.order());
        var door = stage.start();
        var answer =
                correct(door, "0-0", "{\"orderId\": \"00000000-0000-0000-0000-000000000001\"}");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("\"path\":\"$.orderId\"");
    }

    @Test
    void correctsOnlyWhatHasAPayloadAndAContract() {
        stage.die(
                Letter.poison("k", new byte[] {1}),
                Letter.order().with(EventHeaders.TYPE, "dev.kafkaorders.order-praised.v1"));
        var door = stage.start();
        assertThat(correct(door, "0-0", "{}").statusCode()).isEqualTo(422);
        assertThat(correct(door, "0-1", "{}").body()).contains("type is unknown");
        assertThat(correct(door, "0-9", "{}").statusCode()).isEqualTo(404);
        assertThat(door.post("/dead-letters/0-0/corrections", "{}").statusCode()).isEqualTo(415);
    }

    private static HttpResponse<String> discard(Door door, String ids) {
        return door.post(
                "/dead-letters/discard", "{\"ids\": [" + ids + "], \"reason\": \"test order\"}");
    }

    private static HttpResponse<String> correct(Door door, String id, String patch) {
        return door.post(
                "/dead-letters/" + id + "/corrections", "application/merge-patch+json", patch);
    }

    private static String text(ConsumerRecord<byte[], byte[]> record, String header) {
        return new String(record.headers().lastHeader(header).value(), UTF_8);
    }
}
