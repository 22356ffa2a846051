package dev.kafkaorders.replayer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kafkaorders.teststack.TestStack;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DlqReplayerIntegrationTests {

    private static RunningReplayer replayer;

    @BeforeAll
    static void start() {
        TestStack.get().reset();
        replayer = new RunningReplayer(TestStack.get().bootstrapServers());
    }

    @AfterAll
    static void stop() {
        replayer.close();
    }

    @Test
    void isReadyWhenKafkaAnswers() {
        await().until(() -> replayer.get("/actuator/health/readiness").statusCode() == 200);
        var readiness = replayer.get("/actuator/health/readiness");
        assertThat(readiness.body()).contains("\"kafka\"").contains("\"nodes\"");
    }

    @Test
    void isAliveButNotReadyWithoutKafka() {
        try (var lonely = new RunningReplayer("localhost:1")) {
            assertThat(lonely.get("/actuator/health/readiness").statusCode()).isEqualTo(503);
            assertThat(lonely.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void answersAnUnmappedUrlWithProblemDetails() {
        var answer = replayer.get("/nowhere");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
    }

    @Test
    void servesItsMetrics() {
        assertThat(replayer.get("/actuator/prometheus").body()).contains("jvm_memory_used_bytes");
    }
}
