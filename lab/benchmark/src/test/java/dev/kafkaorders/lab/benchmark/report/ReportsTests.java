package dev.kafkaorders.lab.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkaorders.lab.benchmark.frame.Figure;
import dev.kafkaorders.lab.benchmark.frame.Goal;
import dev.kafkaorders.lab.benchmark.frame.Metric;
import dev.kafkaorders.lab.benchmark.result.Results;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class ReportsTests {
    private static final Goal GOAL =
            new Goal.AtMost("soon & surely", new Figure("8 callers", "ours", Metric.P50), 1);

    private final Conditions conditions =
            new Conditions("./demo bench racing", Map.of("cores", "2"));

    @Test
    void showsMedianAndSpreadInATable() {
        var lines = Tables.lines(Results.with().cells().getFirst());

        assertThat(lines.getFirst()).startsWith("8 callers").contains("rate, /s", "p50, ms");
        assertThat(lines.get(1)).startsWith("ours").contains("200 (100-300)", "5.00 (5.00-5.00)");
        assertThat(lines.get(2)).startsWith("theirs").endsWith("-");
    }

    @Test
    void drawsAPictureThatIsXmlAndHasTheFigures() throws Exception {
        var picture = Picture.of(Results.withFailure());

        var document =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(picture.getBytes(StandardCharsets.UTF_8)));
        assertThat(document.getElementsByTagName("rect").getLength()).isEqualTo(1);
        assertThat(document.getDocumentElement().getTextContent())
                .contains("200", "theirs: not measured");
    }

    @Test
    void hasEveryRoundInJson() {
        var json = JsonMapper.shared().readTree(Json.of(Results.with(GOAL), conditions));

        var arm = json.at("/cells/0/arms/0");
        assertThat(arm.at("/metrics/rate/median").asDouble()).isEqualTo(200);
        assertThat(arm.at("/metrics/rate/rounds")).hasSize(3);
        assertThat(json.at("/goals/0/outcome").asString()).isEqualTo("MISSED");
        assertThat(json.at("/conditions/cores").asString()).isEqualTo("2");
    }

    @Test
    void showsOnThePageWhatWasMissedAndWhatFailed() {
        var page = Page.of(Results.withFailure(GOAL), conditions);

        assertThat(page)
                .contains("| soon & surely | missed | 5.0 ms (1.0 wanted) |")
                .contains("8 callers, theirs: IOException: no <answer>")
                .contains("| ours | all or nothing |")
                .contains("| cores | 2 |");
    }

    @Test
    void keepsWhatEarlierRunsLeftOfOtherBenchmarks(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("earlier.md"), "");

        new Reports(folder).write(Results.with(), conditions);

        assertThat(folder.resolve("README.md")).content().contains("earlier.md", "racing.md");
        assertThat(folder.resolve("racing.svg")).isNotEmptyFile();
        assertThat(folder.resolve("racing.json")).isNotEmptyFile();
    }
}
