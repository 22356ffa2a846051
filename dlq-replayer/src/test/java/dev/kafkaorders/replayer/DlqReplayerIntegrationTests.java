package dev.kafkaorders.replayer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kafkaorders.teststack.TestStack;
import java.net.http.HttpRequest;
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
    void describesItsApiToWhoeverMayRead() {
        var answer = replayer.get("/v3/api-docs");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"title\":\"dlq-replayer\"", "application/problem+json", "\"basic\"")
                .contains("\"/dead-letters/{id}/corrections\"", "\"/replays/{id}/events\"")
                .contains("\"/offset-resets/{id}/execution\"", "\"/consumer-groups/{group}\"")
                .doesNotContain("\"/error\"");
        var nobody = HttpRequest.newBuilder(replayer.uri("/v3/api-docs"));
        assertThat(replayer.send(RunningReplayer.NOBODY, nobody).statusCode()).isEqualTo(401);
    }

    @Test
    void servesItsMetrics() {
        assertThat(replayer.get("/actuator/prometheus").body()).contains("jvm_memory_used_bytes");
    }
}
