package dev.kafkaorders.localstack.demo;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kafkaorders.localstack.process.FreePorts;
import dev.kafkaorders.localstack.process.StartFailed;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortCheckTests {
    @Test
    void saysWhichPortIsTakenByWhomAndWhatMovesIt() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var settings = settings(taken.getLocalPort());

            assertThatThrownBy(() -> PortCheck.run(settings))
                    .isInstanceOf(StartFailed.class)
                    .hasMessageStartingWith(
                            "Port %d (PostgreSQL) is taken by process %d ("
                                    .formatted(taken.getLocalPort(), ProcessHandle.current().pid()))
                    .hasMessageContaining("DEMO_POSTGRES_PORT=PORT moves it");
        }
    }

    private static DemoSettings settings(int postgresPort) {
        var free = FreePorts.some(3);
        return DemoSettings.from(
                Map.of(
                        "DEMO_POSTGRES_PORT", Integer.toString(postgresPort),
                        "DEMO_ORDER_PRODUCER_PORT", free.get(0).toString(),
                        "DEMO_PAYMENT_CONSUMER_PORT", free.get(1).toString(),
                        "DEMO_DLQ_REPLAYER_PORT", free.get(2).toString()),
                Path.of(""));
    }
}
