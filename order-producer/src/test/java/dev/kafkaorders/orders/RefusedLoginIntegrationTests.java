package dev.kafkaorders.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kafkaorders.cluster.Login;
import dev.kafkaorders.teststack.TestStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/// The service is alive, takes no orders and says why when Kafka doesn't let it in, or not do what
/// it needs.
@ExtendWith(OutputCaptureExtension.class)
class RefusedLoginIntegrationTests {

    @ParameterizedTest
    @CsvSource({"order-producer, guess", "stranger, guess"})
    void ofAWrongPasswordOrAnUnknownUser(String user, String password, CapturedOutput output) {
        var jaas = new Login(user, password).properties().get("sasl.jaas.config");
        try (var refused = start("spring.kafka.properties.sasl.jaas.config=" + jaas)) {
            assertIsRefused(refused, output, "SaslAuthenticationException");
            assertThat(output).contains("invalid credentials").doesNotContain(password);
        }
    }

    @Test
    void ofATransactionalIdThatIsNotItsOwn(CapturedOutput output) {
        try (var refused = start("orders.publishing.instance-id=somebody-else")) {
            assertIsRefused(refused, output, "TransactionalIdAuthorizationException");
        }
    }

    /// Which is somebody else in Kafka: what goes wrong with it says so by itself.
    @Test
    void ofTheOrderTracking(CapturedOutput output) {
        var jaas = new Login("order-status", "guess").properties().get("sasl.jaas.config");
        var wrong = OrderProducer.STATUS_CLIENTS + ".sasl.jaas.config=" + jaas;
        try (var refused = start(wrong)) {
            await().untilAsserted(() ->
                    assertThat(output)
                            .containsPattern("ERROR +StatusStreams +Order tracking")
                            .contains("SaslAuthenticationException"));
            assertThat(refused.get("/actuator/health/readiness").statusCode()).isEqualTo(503);
        }
    }

    private static void assertIsRefused(
            OrderProducer service, CapturedOutput output, String reason) {
        await().untilAsserted(() ->
                assertThat(output)
                        .containsPattern("ERROR +LaneProducer +Kafka refuses us")
                        .contains("let it log in, and grant it what it needs")
                        .contains(reason));
        assertThat(service.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(service.get("/actuator/health/readiness").statusCode()).isEqualTo(503);
    }

    private static OrderProducer start(String property) {
        return OrderProducer.startOn(TestStack.get().bootstrapServers(), "refused", property);
    }
}
