package dev.kafkaorders.lab.sabotage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkaorders.localstack.process.JavaCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AgentJarTests {

    @TempDir Path directory;

    @ParameterizedTest
    @EnumSource
    void theAgentKnowsEachSabotageThatIsNoSetting(Sabotage sabotage) throws Exception {
        if (sabotage.isByAgent()) {
            assertThat(exitCode(sabotage.text())).isZero();
        }
    }

    @Test
    void theProcessEndsForASabotageThatTheAgentDoesNotKnow() throws Exception {
        assertThat(exitCode("a-good-night's-sleep")).isNotZero();
    }

    private int exitCode(String sabotage) throws IOException, InterruptedException {
        var java = JavaCommand.executable().toString();
        var process =
                new ProcessBuilder(
                                java,
                                "-javaagent:" + AgentJar.in(directory) + "=" + sabotage,
                                "-version")
                        .redirectErrorStream(true)
                        .redirectOutput(directory.resolve("output").toFile())
                        .start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
