package dev.kafkaorders.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kafkaorders.cluster.Login;
import dev.kafkaorders.payments.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/// The service is alive, consumes nothing and says why when Kafka doesn't let it in.
@ExtendWith(OutputCaptureExtension.class)
class RefusedLoginIntegrationTests {

    @ParameterizedTest
    @CsvSource({"payment-consumer, guess", "stranger, guess"})
    void ofAWrongPasswordOrAnUnknownUser(String user, String password, CapturedOutput output) {
        var jaas = new Login(user, password).properties().get("sasl.jaas.config");
        try (var stage = Stage.open()) {
            var refused = stage.start("spring.kafka.properties.sasl.jaas.config=" + jaas);
            assertThat(output)
                    .containsPattern("ERROR +RetryTopicsCheck +Kafka refuses us")
                    .contains("SaslAuthenticationException", "invalid credentials")
                    .doesNotContain(password);
            assertThat(refused.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
            await().untilAsserted(() ->
                    assertThat(refused.get("/actuator/health/readiness").body())
                            .contains("\"DOWN\"", "SaslAuthenticationException"));
        }
    }
}
