package dev.kafkaorders.localstack;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kafkaorders.localstack.process.StartFailed;
import org.junit.jupiter.api.Test;

class BinariesTests {
    @Test
    void saysHowToFetchWhatIsMissing() {
        assertThatThrownBy(() -> Binaries.locate("tea", "kafkaorders.tea.lib"))
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining("mvn -pl local-stack/binaries process-resources")
                .hasMessageContaining("-Dkafkaorders.tea.lib=FOLDER");
    }
}
