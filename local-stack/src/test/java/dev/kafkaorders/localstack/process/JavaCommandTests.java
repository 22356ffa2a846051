package dev.kafkaorders.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JavaCommandTests {
    @Test
    void endsWhoRunsOutOfMemory() {
        assertThat(JavaCommand.of(Jvm.MADE_TO_LAST, List.of("-jar", "service.jar")))
                .contains("-XX:+ExitOnOutOfMemoryError")
                .endsWith("-jar", "service.jar");
    }
}
