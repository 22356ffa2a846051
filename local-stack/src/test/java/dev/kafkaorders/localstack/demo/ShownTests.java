package dev.kafkaorders.localstack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ShownTests {
    private static final Path PROJECT = Path.of("/home/ann/kafka-orders");

    @Test
    void aPathBelowWhereSomebodyIsIsShort() {
        assertThat(Shown.from(PROJECT, PROJECT.resolve(".local-stack/logs")))
                .isEqualTo(Path.of(".local-stack/logs"));
    }

    @Test
    void aPathElsewhereIsWhole() {
        var logs = Path.of("/home/ann/kafka-orders-logs");

        assertThat(Shown.from(PROJECT, logs)).isEqualTo(logs);
    }
}
