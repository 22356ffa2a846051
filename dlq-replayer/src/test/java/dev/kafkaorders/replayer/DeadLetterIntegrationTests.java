package dev.kafkaorders.replayer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kafkaorders.events.EventId;
import dev.kafkaorders.events.Topics;
import dev.kafkaorders.replayer.stage.Door;
import dev.kafkaorders.replayer.stage.Letter;
import dev.kafkaorders.replayer.stage.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Dead letters are found and understood.
class DeadLetterIntegrationTests {

    private static final Instant MORNING = Instant.parse("2026-11-24T08:00:00Z");

    private final Stage stage = Stage.open();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void pagesThroughAllWithoutAGapAndWithoutADouble() {
        stage.die(10_000);
        var door = stage.start();
        var seen = new ArrayList<String>();
        var path = "/dead-letters?limit=200";
        for (var cursor = ""; cursor != null; ) {
            var page = door.json(path + cursor);
            page.get("deadLetters").forEach(letter -> seen.add(letter.get("id").asString()));
            cursor = page.get("next").isNull() ? null : "&cursor=" + page.get("next").asString();
        }
        assertThat(seen).hasSize(10_000);
        assertThat(new HashSet<>(seen)).hasSize(10_000);
    }

    @Test
    void showsTheNewestFirstWhateverItsPartition() {
        stage.die(
                Letter.order().on(4).at(MORNING),
                Letter.order().on(1).at(MORNING.plusSeconds(1)),
                Letter.order().on(4).at(MORNING.plusSeconds(2)),
                Letter.order().on(0).at(MORNING.plusSeconds(3)));
        var door = stage.start();
        assertThat(ids(door, "")).containsExactly("0-0", "4-1", "1-0", "4-0");
        var first = door.json("/dead-letters?limit=3");
        assertThat(ids(door, "?limit=3&cursor=" + first.get("next").asString()))
                .containsExactly("4-0");
    }

    @Test
    void whatDiesLaterDoesNotDisturbWhoIsTurningPages() {
        stage.die(Letter.order().at(MORNING), Letter.order().at(MORNING.plusSeconds(1)));
        var door = stage.start();
        var next = door.json("/dead-letters?limit=1").get("next").asString();
        stage.die(Letter.order().at(MORNING.plusSeconds(2)));
        assertThat(ids(door, "?limit=1&cursor=" + next)).containsExactly("0-0");
    }

    @Test
    void filtersCombine() {
        var key = UUID.randomUUID();
        stage.die(
                Letter.order(key, "pm_broken").at(MORNING),
                Letter.order(key, "pm_broken").at(MORNING.plusSeconds(60)).tried(4),
                Letter.order(key, "pm_broken")
                        .at(MORNING.plusSeconds(120))
                        .tried(4)
                        .failed("a.Boom", "it is late"),
                Letter.order().at(MORNING.plusSeconds(180)).tried(4).failed("a.Boom", "it is LATE"),
                Letter.order().at(MORNING.plusSeconds(240)).from("other", 0),
                Letter.poison("x", "half a doc".getBytes(UTF_8)).at(MORNING.plusSeconds(300)));
        var door = stage.start();
        assertThat(ids(door, "?key=" + key)).containsExactly("0-2", "0-1", "0-0");
        assertThat(ids(door, "?key=" + key + "&attempts=4")).containsExactly("0-2", "0-1");
        assertThat(ids(door, "?key=" + key + "&attempts=4&exception=a.Boom"))
                .containsExactly("0-2");
        assertThat(ids(door, "?exception=Boom")).containsExactly("0-3", "0-2");
        assertThat(ids(door, "?exception=oom")).isEmpty();
        assertThat(ids(door, "?text=late")).containsExactly("0-3", "0-2");
        assertThat(ids(door, "?text=late&key=" + key)).containsExactly("0-2");
        assertThat(ids(door, "?text=half%20a")).containsExactly("0-5");
        assertThat(ids(door, "?text=CUSTOMER-1&topic=other")).containsExactly("0-4");
        assertThat(ids(door, "?type=order-placed.v1&topic=orders&from=2026-11-24T08:03:00Z"))
                .containsExactly("0-3");
        assertThat(ids(door, "?from=2026-11-24T08:01:00Z&to=2026-11-24T08:03:00Z"))
                .containsExactly("0-2", "0-1");
        assertThat(ids(door, "?to=2026-11-24T08:00:00Z")).isEmpty();
        assertThat(ids(door, "?from=2027-01-01T00:00:00Z")).isEmpty();
    }

    @Test
    void findsByState() {
        stage.die(18);
        var door = stage.start();
        door.post("/dead-letters/discard", "{\"ids\": [\"2-0\"], \"reason\": \"test order\"}");
        door.awaitDone(door.replay("\"selection\": {\"ids\": [\"3-1\"]}"));
        assertThat(ids(door, "?state=discarded")).containsExactly("2-0");
        assertThat(ids(door, "?state=replayed")).containsExactly("3-1");
        assertThat(ids(door, "?state=open")).hasSize(16).doesNotContain("2-0", "3-1");
    }

    @Test
    void looksAtNoMoreThanItMayAndSaysWhereToGoOn() {
        stage.die(Letter.order().failed("a.Needle", "!").at(MORNING));
        stage.die(3_000);
        var door = stage.start("replayer.browse.max-scanned=1000", "replayer.browse.window=100");
        var path = "/dead-letters?exception=Needle";
        var page = door.json(path);
        assertThat(page.get("deadLetters")).isEmpty();
        assertThat(page.get("scanned").asInt()).isBetween(1_000, 6_000);
        var pages = 1;
        while (page.get("deadLetters").isEmpty() && !page.get("next").isNull()) {
            page = door.json(path + "&cursor=" + page.get("next").asString());
            pages++;
        }
        assertThat(page.at("/deadLetters/0/id").asString()).isEqualTo("0-0");
        assertThat(pages).isGreaterThan(1);
    }

    @Test
    void tellsAllAboutOne() {
        var letter = Letter.order().on(2).from(Topics.ORDERS, 17).tried(4);
        stage.die(letter);
        var door = stage.start();
        var one = door.json("/dead-letters/2-0");
        assertThat(one.get("id").asString()).isEqualTo("2-0");
        assertThat(one.get("state").asString()).isEqualTo("open");
        assertThat(one.get("key").asString()).isEqualTo(letter.key());
        assertThat(one.get("eventId").asString()).isEqualTo(letter.eventId());
        assertThat(one.get("topic").asString()).isEqualTo("orders");
        assertThat(one.get("offset").asLong()).isEqualTo(17);
        assertThat(one.get("attempts").asInt()).isEqualTo(4);
        assertThat(one.at("/payload/json/total/minorUnits").asLong()).isEqualTo(1999);
        assertThat(one.get("history")).isEmpty();
        assertThat(one.get("headers").valueStream())
                .extracting(header -> header.get("name").asString())
                .contains("ce_type", "kafka_dlt-original-offset", "retry-attempts");
        var location = door.replay("\"selection\": {\"ids\": [\"2-0\"]}");
        door.awaitDone(location);
        var history = door.json("/dead-letters/2-0").get("history");
        assertThat(history).hasSize(1);
        assertThat(location).endsWith(history.at("/0/replay").asString());
        assertThat(history.at("/0/by").asString()).isEqualTo("operator");
    }

    @Test
    void showsTheBytesOfWhatIsNoJson() {
        stage.die(Letter.poison("k", new byte[] {0, (byte) 0xff, 0x7b}).from(Topics.ORDERS, 5));
        var door = stage.start();
        var one = door.json("/dead-letters/0-0");
        assertThat(one.at("/payload/format").asString()).isEqualTo("hex");
        assertThat(one.at("/payload/hex").asString()).isEqualTo("00ff7b");
        assertThat(one.get("eventId").asString())
                .isEqualTo(EventId.ofUnreadable(Topics.ORDERS, 0, 5).toString());
    }

    @Test
    void masksTheCardTokenInEveryAnswer() {
        stage.die(
                Letter.order(UUID.randomUUID(), "pm_secret_1").failed("a.B", "refused pm_secret_1"),
                Letter.poison("k", "{\"paymentMethod\": \"pm_secret_2\", broken".getBytes(UTF_8)));
        var door = stage.start();
        var answers =
                List.of(
                        door.get("/dead-letters").body(),
                        door.get("/dead-letters/0-0").body(),
                        door.get("/dead-letters/0-1").body(),
                        door.get("/dead-letters/summary").body(),
                        door.post("/replays", "{\"selection\": {\"all\": true}}").body());
        assertThat(answers)
                .allSatisfy(
                        answer -> assertThat(answer).doesNotContain("pm_secret", hex("pm_secret")));
        assertThat(door.get("/dead-letters/0-0").body()).contains("\"paymentMethod\":\"***\"");
        assertThat(ids(door, "?text=pm_secret")).isEmpty();
        assertThat(ids(door, "?text=refused")).containsExactly("0-0");
    }

    @Test
    void countsByKindAndHour() {
        stage.die(
                Letter.order().at(MORNING),
                Letter.order().on(1).at(MORNING.plusSeconds(3_599)),
                Letter.order().on(2).at(MORNING.plusSeconds(3_600)).failed("a.Boom", "no"));
        var door = stage.start();
        door.post("/dead-letters/discard", "{\"ids\": [\"0-0\"], \"reason\": \"test order\"}");
        await().until(() ->
                door.json("/dead-letters/summary").at("/progress/isComplete").asBoolean()
                        && door.json("/dead-letters/summary").get("total").asLong() == 3);
        var summary = door.json("/dead-letters/summary");
        assertThat(summary.at("/kinds/0/count").asLong()).isEqualTo(2);
        assertThat(summary.at("/kinds/0/exception").asString()).endsWith("GatewayRefused");
        assertThat(summary.at("/kinds/1/exception").asString()).isEqualTo("a.Boom");
        assertThat(summary.at("/hours/0/hour").asString()).isEqualTo("2026-11-24T09:00:00Z");
        assertThat(summary.at("/hours/1/count").asLong()).isEqualTo(2);
        assertThat(summary.at("/states/open").asLong()).isEqualTo(2);
        assertThat(summary.at("/states/discarded").asLong()).isEqualTo(1);
    }

    @Test
    void saysWhatIsWrongWithARequest() {
        var door = stage.start();
        assertProblem(door, "?excepton=x", "excepton");
        assertProblem(door, "?attempts=many", "attempts");
        assertProblem(door, "?from=yesterday", "from");
        assertProblem(door, "?from=1969-12-31T23:59:59Z", "from");
        assertProblem(door, "?to=%2B1000000000-12-31T23:59:59Z", "to");
        assertProblem(door, "?state=alive", "state");
        assertProblem(door, "?limit=0", "limit");
        assertProblem(door, "?limit=9999", "limit");
        assertProblem(door, "?cursor=%25", "cursor");
        assertProblem(door, "?cursor=YWJj", "cursor");
        assertProblem(door, "?key=", "key");
        assertProblem(door, "/x", "id");
        assertProblem(door, "/-1-5", "id");
        var unknown = door.get("/dead-letters/0-999");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("urn:kafka-orders:problem:dead-letter-not-found");
        assertThat(door.get("/dead-letters/99-0").statusCode()).isEqualTo(404);
    }

    private static void assertProblem(Door door, String path, String parameter) {
        var answer = door.get("/dead-letters" + path);
        assertThat(answer.statusCode()).as(path).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(answer.body())
                .contains("urn:kafka-orders:problem:invalid-request")
                .contains("\"parameter\":\"" + parameter + "\"");
    }

    private static List<String> ids(Door door, String query) {
        return door.json("/dead-letters" + query)
                .get("deadLetters")
                .valueStream()
                .map((JsonNode letter) -> letter.get("id").asString())
                .toList();
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(UTF_8));
    }
}
