package dev.kafkaorders.lab.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class JsonLineTests {
    @Test
    void isOneLineWithWhatOtherProgramsCompare() {
        var line =
                JsonLine.of(
                        RunExample.with(
                                List.of(),
                                List.of(new Finding("nothing is lost", "0", List.of()))));

        assertThat(line).doesNotContain("\n");
        var json = JsonMapper.shared().readTree(line);
        assertThat(json.path("seed").asLong()).isEqualTo(7);
        assertThat(json.path("holds").asBoolean()).isTrue();
        var fault = json.path("faults").path(0);
        assertThat(fault.path("type").asString()).isEqualTo("kill order-producer");
        assertThat(fault.path("down").path("max").asDouble()).isEqualTo(8.0);
        assertThat(fault.path("requests").path("max").asDouble()).isZero();
    }
}
