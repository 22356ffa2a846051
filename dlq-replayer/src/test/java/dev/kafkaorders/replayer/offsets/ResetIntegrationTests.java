package dev.kafkaorders.replayer.offsets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import dev.kafkaorders.events.Topics;
import dev.kafkaorders.replayer.RunningReplayer;
import dev.kafkaorders.replayer.cluster.KafkaUnavailableException;
import dev.kafkaorders.replayer.stage.Cluster;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ResetIntegrationTests {

    private static final String TOPIC = "numbers";
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);

    private final JsonMapper json = new JsonMapper();
    private final Cluster cluster = new Cluster();
    private RunningReplayer replayer;

    ResetIntegrationTests() {
        cluster.createTopic(TOPIC, 1);
        for (var i = 0; i < 10; i++) {
            cluster.write(TOPIC, 0, Instant.now(), new byte[] {1});
        }
        cluster.commit("group", Map.of(PARTITION, 7L));
        replayer = new RunningReplayer(cluster.bootstrapServers());
    }

    @AfterEach
    void close() {
        replayer.close();
        cluster.close();
    }

    @Test
    void aPlanSaysWhatWouldBeRedeliveredAndAltersNothing() {
        var answer = plan("'offset':2");
        assertThat(answer.statusCode()).isEqualTo(201);
        var plan = json.readTree(answer.body());
        assertThat(answer.headers().firstValue("Location"))
                .hasValue("/offset-resets/" + plan.path("id").asString());
        assertThat(plan.path("redelivered").asInt()).isEqualTo(5);
        assertThat(plan.path("partitions").get(0).path("before").asInt()).isEqualTo(7);
        assertThat(plan.path("partitions").get(0).path("after").asInt()).isEqualTo(2);
        assertThat(position()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({
        "'offset:99', 10, 99 is not there yet: the end",
        "'shiftBy:-50', 0, -43 is gone: the beginning",
        "'durationAgo:PT0S', 10, no record since then: the end"
    })
    void aPlanNamesWhatIsNotAsItWasAskedFor(String to, int after, String note) {
        var parts = to.split(":");
        var value = parts[1].startsWith("PT") ? "'" + parts[1] + "'" : parts[1];
        var plan = json.readTree(plan("'" + parts[0] + "':" + value).body());
        assertThat(plan.path("partitions").get(0).path("after").asInt()).isEqualTo(after);
        assertThat(plan.path("partitions").get(0).path("note").asString()).isEqualTo(note);
    }

    @Test
    void isExecutedOnce() {
        var id = id(plan("'offset':2"));
        assertThat(execute(id).statusCode()).isEqualTo(200);
        assertThat(position()).isEqualTo(2);
        var again = execute(id);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("reset-not-in-state");
    }

    @Test
    void isUndoneAlsoAfterARestart() {
        var id = id(plan("'offset':2"));
        execute(id);
        replayer.close();
        replayer = new RunningReplayer(cluster.bootstrapServers());
        assertThat(undo(id).statusCode()).isEqualTo(200);
        assertThat(position()).isEqualTo(7);
        assertThat(reset(id).path("state").asString()).isEqualTo("UNDONE");
        assertThat(undo(id).statusCode()).isEqualTo(409);
    }

    @Test
    void undoForgetsWhatHadNotBeenCommitted() {
        cluster.commit("fresh", Map.of(new TopicPartition(Topics.ORDERS, 0), 0L));
        var request = "{'group':'fresh','to':{'latest':true},'topics':['numbers']}";
        var id = id(replayer.post("/offset-resets", request.replace('\'', '"')));
        execute(id);
        assertThat(cluster.committed("fresh")).containsEntry(PARTITION, 10L);
        undo(id);
        assertThat(cluster.committed("fresh")).doesNotContainKey(PARTITION);
    }

    @Test
    void isRefusedWhenTheGroupHasMovedSince() {
        var id = id(plan("'offset':2"));
        cluster.commit("group", Map.of(PARTITION, 8L));
        var answer = execute(id);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("group-moved", "numbers-0");
        assertThat(position()).isEqualTo(8);
    }

    @Test
    void anUndoIsRefusedWhenTheGroupHasMovedSince() {
        var id = id(plan("'offset':2"));
        execute(id);
        cluster.commit("group", Map.of(PARTITION, 3L));
        assertThat(undo(id).body()).contains("group-moved");
        assertThat(position()).isEqualTo(3);
    }

    @Test
    void isRefusedWhereNobodyLetsTheReplayerAlterTheGroup() throws Exception {
        var offsets = Map.of(PARTITION, new OffsetAndMetadata(7));
        cluster.admin().alterConsumerGroupOffsets("not-granted", offsets).all().get();
        var request = "{'group':'not-granted','to':{'offset':2},'topics':['numbers']}";
        var id = id(replayer.post("/offset-resets", request.replace('\'', '"')));
        var answer = execute(id);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body())
                .contains("not-granted", "does not let dlq-replayer alter the offsets");
        assertThat(cluster.committed("not-granted")).containsEntry(PARTITION, 7L);
    }

    @Test
    void isRefusedWhileConsumersAreInTheGroup() {
        var id = id(plan("'offset':2"));
        try (var _ = cluster.member("group", TOPIC)) {
            var answer = execute(id);
            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(answer.body()).contains("group-active", "stop them yourself");
            assertThat(position()).isEqualTo(7);
        }
    }

    @Test
    void aGroupThatDoesNotListenCannotBeStopped() {
        var request = "{'group':'group','to':{'offset':2},'stopGroup':true}";
        var answer = replayer.post("/offset-resets", request.replace('\'', '"'));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("consumer-control");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'group':'nobody','to':{'latest':true}}                         | 404",
                "{'group':'group','to':{'group':'nobody'}}                       | 404",
                "{'group':'group','to':{'latest':true},'topics':['nothing']}     | 422",
                "{'group':'group','to':{'latest':true},'partitions':['numbers:9']} | 422",
                "{'group':'group','to':{'shiftBy':1},'topics':['orders']}        | 422",
                "{'group':'group','to':{'latest':true},'partitions':['numbers']} | 400",
                "{'group':'group','to':{}}                                       | 400",
                "{'group':'group','to':{'latest':true,'offset':1}}               | 400",
                "{'group':'group','to':{'csv':'nonsense'}}                       | 400",
                "{'to':{'latest':true}}                                          | 400",
                "{'group':'group','to':{'latest':true},'topics':[null]}          | 400",
                "{'group':'group','to':{'latest':true},'partitions':[null]}      | 400",
                "{'group':'group','to':{'durationAgo':'P999999D'}}               | 400",
                "{'group':'group','to':{'timestamp':'1969-12-31T23:59:59.999Z'}} | 400",
                "{'group':'group','to':{'timestamp':'+999999999-01-01T00:00:00Z'}} | 400",
                "nonsense                                                        | 400"
            })
    void refusesWhatMakesNoSense(String request, int status) {
        var answer = replayer.post("/offset-resets", request.replace('\'', '"'));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
    }

    @Test
    void everythingIsInTheAudit() {
        var id = id(plan("'offset':2"));
        execute(id);
        undo(id);
        var audit =
                cluster.read(Topics.AUDIT).stream()
                        .map(record -> json.readTree(new String(record.value(), UTF_8)))
                        .sorted(comparing(it -> it.path("at").asString()))
                        .toList();
        assertThat(audit)
                .extracting(
                        it -> it.path("what").asString(),
                        it -> it.path("phase").asString(),
                        it -> it.path("who").asString(),
                        it -> it.path("subject").asString(),
                        it -> it.path("before").get(0).path("offset").asInt(),
                        it -> it.path("after").get(0).path("offset").asInt())
                .containsExactly(
                        tuple("offset-reset", "INTENDED", "operator", "group", 7, 2),
                        tuple("offset-reset", "DONE", "operator", "group", 7, 2),
                        tuple("offset-reset-undo", "INTENDED", "operator", "group", 2, 7),
                        tuple("offset-reset-undo", "DONE", "operator", "group", 2, 7));
    }

    @Test
    void isNotDoneWhenTheAuditCannotBeWritten() {
        var id = id(plan("'offset':2"));
        cluster.deleteTopic(Topics.AUDIT);
        var answer = execute(id);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("audit-unavailable");
        assertThat(position()).isEqualTo(7);
        assertThat(reset(id).path("state").asString()).isEqualTo("PLANNED");
    }

    /// What a replayer leaves that dies, or that Kafka refuses, while the offsets are altered.
    @ParameterizedTest
    @CsvSource({
        "2, EXECUTED, all was done",
        "7, FAILED, where they were",
        "5, INTERRUPTED, has gone on since"
    })
    void whatIsInterruptedDoesNotStayUnderWay(long position, String state, String result) {
        var id = id(plan("'offset':2"));
        var record =
                cluster.read(Topics.OFFSET_RESETS).stream()
                        .filter(it -> new String(it.key(), UTF_8).equals(id))
                        .findFirst()
                        .orElseThrow();
        var planned = new String(record.value(), UTF_8);
        replayer.close();
        cluster.commit("group", Map.of(PARTITION, position));
        cluster.write(
                new ProducerRecord<>(
                        record.topic(),
                        record.key(),
                        planned.replace("PLANNED", "EXECUTING").getBytes(UTF_8)));
        replayer =
                new RunningReplayer(
                        cluster.bootstrapServers(),
                        "replayer.control.deadline=2s",
                        "replayer.control.patience=1s");
        await().until(() -> reset(id).path("state").asString().equals(state));
        assertThat(position()).isEqualTo(position);
        var told = json.readTree(cluster.read(Topics.AUDIT).getLast().value());
        assertThat(told.path("what").asString()).isEqualTo("offset-reset-interrupted");
        assertThat(told.path("result").asString()).contains(result);
    }

    /// Only then it is sure that nothing was altered. A deletion may be refused in part.
    @Test
    void membersMakeKafkaRefuseAllOfAnAlteration() {
        var writer = replayer.bean(OffsetWriter.class);
        try (var _ = cluster.member("group", TOPIC)) {
            assertThat(writer.write("group", List.of(Move.of(PARTITION, 7L, 2L, null)))).isFalse();
            assertThatThrownBy(() ->
                            writer.write("group", List.of(Move.of(PARTITION, 7L, null, null))))
                    .isInstanceOf(KafkaUnavailableException.class);
        }
        assertThat(position()).isEqualTo(7);
    }

    @Test
    void countsWhatWasDone() {
        execute(id(plan("'offset':2")));
        assertThat(replayer.get("/actuator/prometheus").body())
                .contains(
                        "replayer_offset_resets_total{result=\"planned\"} 1.0",
                        "replayer_offset_resets_total{result=\"executed\"} 1.0",
                        "replayer_offset_resets_total{result=\"undone\"} 0.0");
    }

    private HttpResponse<String> plan(String to) {
        var request = "{'group':'group','to':{" + to + "}}";
        return replayer.post("/offset-resets", request.replace('\'', '"'));
    }

    private HttpResponse<String> execute(String id) {
        return replayer.post("/offset-resets/" + id + "/execution", "");
    }

    private HttpResponse<String> undo(String id) {
        return replayer.post("/offset-resets/" + id + "/undo", "");
    }

    private JsonNode reset(String id) {
        return json.readTree(replayer.get("/offset-resets/" + id).body());
    }

    private String id(HttpResponse<String> plan) {
        assertThat(plan.statusCode()).as(plan.body()).isEqualTo(201);
        return json.readTree(plan.body()).path("id").asString();
    }

    private long position() {
        return cluster.committed("group").get(PARTITION);
    }
}
