package dev.kafkaorders.replayer.offsets;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkaorders.replayer.RunningReplayer;
import dev.kafkaorders.replayer.stage.Cluster;
import dev.kafkaorders.replayer.stage.GroupsTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A plan is what `kafka-consumer-groups.sh --reset-offsets` would write.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SameAsTheToolIntegrationTests {

    private static final String TOPIC = "a-topic.with-a-name-so-long-that-it-is-quoted";
    private static final TopicPartition LONG = new TopicPartition(TOPIC, 0);
    private static final TopicPartition SHORT = new TopicPartition(TOPIC, 1);
    private static final TopicPartition EMPTY = new TopicPartition(TOPIC, 2);

    private final JsonMapper json = new JsonMapper();
    private final Cluster cluster = new Cluster();
    private final Instant start = Instant.now().minus(1, ChronoUnit.HOURS);
    private final RunningReplayer replayer;
    private final GroupsTool tool = new GroupsTool();

    SameAsTheToolIntegrationTests() {
        cluster.createTopic(TOPIC, 3);
        // A record a minute, the last 40 minutes ago; the short partition's last 56 minutes ago.
        IntStream.range(0, 20).forEach(i -> write(LONG, i));
        IntStream.range(0, 5).forEach(i -> write(SHORT, i));
        cluster.deleteBefore(LONG, 3);
        cluster.commit("group", Map.of(LONG, 10L, SHORT, 2L, EMPTY, 0L));
        cluster.commit("other", Map.of(LONG, 15L, SHORT, 1L));
        replayer = new RunningReplayer(cluster.bootstrapServers());
    }

    private void write(TopicPartition partition, int minute) {
        var time = start.plus(minute, ChronoUnit.MINUTES);
        cluster.write(partition.topic(), partition.partition(), time, new byte[] {1});
    }

    @AfterAll
    void close() {
        replayer.close();
        cluster.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "--to-earliest       | 'earliest':true",
                "--to-latest         | 'latest':true",
                "--to-offset 4       | 'offset':4",
                "--to-offset 1       | 'offset':1",
                "--to-offset 99      | 'offset':99",
                "--shift-by 3        | 'shiftBy':3",
                "--shift-by -1       | 'shiftBy':-1",
                "--shift-by -99      | 'shiftBy':-99",
                "--by-duration PT50M | 'durationAgo':'PT50M'",
                "--by-duration PT1S  | 'durationAgo':'PT1S'"
            })
    void inEachMode(String option, String to) {
        var arguments = List.of(("--all-topics " + option).split(" "));
        assertThat(plan(to)).isEqualTo(tool.dryRun("group", arguments)).isNotEmpty();
    }

    @Test
    void toATime() {
        var time = start.plus(12, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.MILLIS);
        // The tool takes no Z without milliseconds.
        var arguments = List.of("--all-topics", "--to-datetime", time.toString());
        assertThat(plan("'timestamp':'" + time + "'"))
                .isEqualTo(tool.dryRun("group", arguments))
                .contains(TOPIC + ",0,12", TOPIC + ",1,5");
    }

    @Test
    void toAnExport(@TempDir Path folder) throws IOException {
        var export = tool.dryRun("other", List.of("--all-topics", "--to-current"));
        var file = Files.writeString(folder.resolve("export.csv"), export);
        var arguments = List.of("--from-file", file.toString());
        assertThat(plan("'csv':'" + export.replace("\n", "\\n") + "'"))
                .isEqualTo(tool.dryRun("group", arguments))
                .contains(TOPIC + ",0,15");
    }

    @Test
    void toAnotherGroupWhichIsItsExportThatIsReadByThisGroup(@TempDir Path folder)
            throws IOException {
        var export = tool.dryRun("other", List.of("--all-topics", "--to-current"));
        var file = Files.writeString(folder.resolve("export.csv"), export);
        assertThat(plan("'group':'other'"))
                .isEqualTo(tool.dryRun("group", List.of("--from-file", file.toString())))
                .isNotEmpty();
    }

    @Test
    void ofSomePartitionsOnly() {
        var arguments = List.of("--topic", TOPIC + ":0,1", "--to-earliest");
        var scope = ",'partitions':['%s:0','%s:1']".formatted(TOPIC, TOPIC);
        assertThat(plan("'earliest':true", scope)).isEqualTo(tool.dryRun("group", arguments));
    }

    @Test
    void andExecutedItHasWrittenWhatTheToolWouldHave() {
        cluster.commit("executed", Map.of(LONG, 10L, SHORT, 2L));
        var wanted = tool.dryRun("executed", List.of("--all-topics", "--to-offset", "4"));
        var plan =
                replayer.post("/offset-resets", "{\"group\":\"executed\",\"to\":{\"offset\":4}}");
        var id = json.readTree(plan.body()).path("id").asString();
        assertThat(replayer.post("/offset-resets/" + id + "/execution", "").statusCode())
                .isEqualTo(200);
        assertThat(
                        cluster.committed("executed").entrySet().stream()
                                .map(e ->
                                        e.getKey().topic()
                                                + ","
                                                + e.getKey().partition()
                                                + ","
                                                + e.getValue())
                                .sorted()
                                .collect(joining("\n")))
                .isEqualTo(wanted);
    }

    private String plan(String to) {
        return plan(to, "");
    }

    private String plan(String to, String scope) {
        var request = "{'group':'group','to':{%s}%s}".formatted(to, scope).replace('\'', '"');
        var answer = replayer.post("/offset-resets", request);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json.readTree(answer.body())
                .path("partitions")
                .valueStream()
                .map(SameAsTheToolIntegrationTests::line)
                .sorted()
                .collect(joining("\n"));
    }

    private static String line(JsonNode move) {
        return move.path("topic").asString()
                + ","
                + move.path("partition").asInt()
                + ","
                + move.path("after").asLong();
    }
}
