package dev.kafkaorders.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kafkaorders.localstack.process.FreePorts;
import dev.kafkaorders.localstack.process.StartFailed;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LocalServiceIntegrationTests {
    @Test
    void isReadyAgainAfterItWasKilled() {
        try (var service = LocalService.of(settings(Map.of()))) {
            service.start();

            service.kill();
            assertThat(service.isAlive()).isFalse();
            assertThat(service.isReady()).isFalse();

            service.start();
            assertThat(service.isReady()).isTrue();
        }
    }

    @Test
    void saysWhyItEndedWhileItStarted() {
        try (var service = LocalService.of(settings(Map.of("BROKEN", "yes")))) {
            assertThatThrownBy(service::start)
                    .isInstanceOf(StartFailed.class)
                    .hasMessageContaining("tiny-service ended while it started")
                    .hasMessageContaining("I am broken");
        }
    }

    @Test
    void isThereForThisMachineOnly() throws Exception {
        try (var service = LocalService.of(settings(Map.of()))) {
            service.start();

            // All of 127/8 is this machine's, so one that listens everywhere answers there as well.
            var port = service.baseUrl().getPort();
            try (var other = new Socket()) {
                var elsewhere = new InetSocketAddress("127.0.0.2", port);
                assertThatThrownBy(() -> other.connect(elsewhere, 5_000))
                        .isInstanceOf(IOException.class);
            }
        }
    }

    private static ServiceSettings settings(Map<String, String> environment) {
        return ServiceSettings.ofMainClass(
                "tiny-service", TinyService.class, FreePorts.some(1).getFirst(), environment);
    }
}
