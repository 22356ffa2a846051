package dev.kafkaorders.replayer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkaorders.teststack.TestStack;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DlqReplayerIntegrationTests {

    private static RunningReplayer replayer;

    @BeforeAll
    static void start() {
        replayer = new RunningReplayer(TestStack.get().bootstrapServers());
    }

    @AfterAll
    static void stop() {
        replayer.close();
    }

    @Test
    void isReadyWhenKafkaAnswers() throws Exception {
        var readiness = replayer.get("/actuator/health/readiness");
        assertThat(readiness.statusCode()).isEqualTo(200);
        assertThat(readiness.body()).contains("\"kafka\"").contains("\"nodes\"");
    }

    @Test
    void isAliveButNotReadyWithoutKafka() throws Exception {
        try (var lonely = new RunningReplayer("localhost:1")) {
            assertThat(lonely.get("/actuator/health/readiness").statusCode()).isEqualTo(503);
            assertThat(lonely.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void answersAnUnmappedUrlWithProblemDetails() throws Exception {
        var answer = replayer.get("/nowhere");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
    }

    @Test
    void servesItsMetrics() throws Exception {
        assertThat(replayer.get("/actuator/prometheus").body()).contains("jvm_memory_used_bytes");
    }
}
