package dev.kafkaorders.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kafkaorders.localstack.process.FreePorts;
import dev.kafkaorders.localstack.process.StartFailed;
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

    private static ServiceSettings settings(Map<String, String> environment) {
        return ServiceSettings.ofMainClass(
                "tiny-service", TinyService.class, FreePorts.some(1).getFirst(), environment);
    }
}
