package dev.kafkaorders.localstack.demo;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kafkaorders.localstack.process.FreePorts;
import dev.kafkaorders.localstack.process.Loopback;
import dev.kafkaorders.localstack.process.StartFailed;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.stream.IntStream;
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

    /// All but one of them free, whatever else runs on this machine.
    private static DemoSettings settings(int postgresPort) throws IOException {
        var ports = new EnumMap<PortVariable, Integer>(PortVariable.class);
        for (var variable : PortVariable.values()) {
            ports.put(variable, freeRow(variable.count()));
        }
        ports.put(PortVariable.DEMO_POSTGRES_PORT, postgresPort);
        return new DemoSettings(Path.of(""), Path.of(""), ports);
    }

    /// The first of so many ports in a row that are free.
    private static int freeRow(int count) throws IOException {
        while (true) {
            var first = FreePorts.some(1).getFirst();
            var taken =
                    IntStream.range(first, first + count)
                            .filter(port -> !Loopback.isFree(port))
                            .findAny();
            if (taken.isEmpty()) {
                return first;
            }
        }
    }
}
