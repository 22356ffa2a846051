package dev.kafkaorders.localstack.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kafkaorders.localstack.process.JavaCommand;
import dev.kafkaorders.localstack.process.StartFailed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoSettingsTests {
    private static final Path PROJECT = Path.of("/project");

    @Test
    void haveDefaults() {
        var settings = DemoSettings.from(Map.of(), PROJECT);

        assertThat(settings.directory()).isEqualTo(Path.of("/project/.local-stack"));
        assertThat(settings.portsOf(PortVariable.DEMO_KAFKA_PORT))
                .containsExactly(19092, 19093, 19094);
        assertThat(settings.port(PortVariable.DEMO_ORDER_PRODUCER_PORT)).isEqualTo(8081);
    }

    @Test
    void comeFromTheEnvironment() {
        var settings =
                DemoSettings.from(
                        Map.of("DEMO_DIRECTORY", "/elsewhere", "DEMO_KAFKA_PORT", " 29092 "),
                        PROJECT);

        assertThat(settings.directory()).isEqualTo(Path.of("/elsewhere"));
        assertThat(settings.portsOf(PortVariable.DEMO_KAFKA_PORT))
                .containsExactly(29092, 29093, 29094);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tea", "0", "-1", "65536", "65534"})
    void refuseWhatIsNoPort(String value) {
        assertThatThrownBy(() -> DemoSettings.from(Map.of("DEMO_KAFKA_PORT", value), PROJECT))
                .isInstanceOf(StartFailed.class)
                .hasMessage("DEMO_KAFKA_PORT is not a port: " + value);
    }

    @Test
    void areAllInTheHelp() {
        for (var variable : PortVariable.values()) {
            assertThat(HelpText.text()).contains(variable.name());
        }
    }

    @Test
    void areInTheHelpBeforeAnythingIsBuilt() throws IOException {
        var java = JavaCommand.executable().toString();
        var source = "src/main/java/dev/kafkaorders/localstack/demo/HelpText.java";
        var help = new ProcessBuilder(java, source).redirectErrorStream(true).start();

        assertThat(help.inputReader().readAllAsString()).contains("DEMO_KAFKA_PORT");
    }
}
