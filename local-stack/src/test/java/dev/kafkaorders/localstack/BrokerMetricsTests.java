package dev.kafkaorders.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class BrokerMetricsTests {
    private static final Path CONFIGURATION = Path.of("exporter.yml");

    @Test
    void areServedByAnAgentOfEachNodeOnTheLoopbackInterfaceOnly() {
        var metrics = new BrokerMetrics(CONFIGURATION, List.of(9401, 9402, 9403));

        assertThat(metrics.agent(2))
                .matches(
                        "-javaagent:/.*jmx_prometheus_javaagent-.*jar=127.0.0.1:9402:exporter.yml");
    }

    @Test
    void needAPortForEachNode() {
        assertThatThrownBy(() -> new BrokerMetrics(CONFIGURATION, List.of(9401)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A port for each of 3 nodes is needed");
    }
}
