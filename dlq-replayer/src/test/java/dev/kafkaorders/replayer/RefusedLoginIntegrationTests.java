package dev.kafkaorders.replayer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kafkaorders.cluster.Login;
import dev.kafkaorders.teststack.TestStack;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The service is alive, does nothing and says why when Kafka doesn't let it in.
class RefusedLoginIntegrationTests {

    @ParameterizedTest
    @CsvSource({"dlq-replayer, guess", "stranger, guess"})
    void ofAWrongPasswordOrAnUnknownUser(String user, String password) {
        var jaas = new Login(user, password).properties().get("sasl.jaas.config");
        var wrong = "spring.kafka.properties.sasl.jaas.config=" + jaas;
        try (var refused = new RunningReplayer(TestStack.get().bootstrapServers(), wrong)) {
            assertThat(refused.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
            await().untilAsserted(() ->
                    assertThat(refused.get("/actuator/health/readiness").body())
                            .contains("\"DOWN\"")
                            .contains("\"obstacle\":\"SaslAuthenticationException\"")
                            .contains("invalid credentials"));
        }
    }
}
