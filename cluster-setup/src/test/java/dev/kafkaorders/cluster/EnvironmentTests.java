package dev.kafkaorders.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentTests {

    @TempDir private Path directory;

    @Test
    void takesAPasswordFromAVariable() {
        var environment = new Environment(Map.of("ORDER_PRODUCER_PASSWORD", "secret"));
        assertThat(environment.password("order-producer")).isEqualTo("secret");
    }

    @Test
    void takesAPasswordFromTheFileThatAVariableNames() throws IOException {
        var file = Files.writeString(directory.resolve("password"), "secret\n");
        var environment = new Environment(Map.of("ORDER_PRODUCER_PASSWORD_FILE", file.toString()));
        assertThat(environment.password("order-producer")).isEqualTo("secret");
    }

    @Test
    void refusesAMissingABlankAndAnUnreadablePassword() {
        assertFails(Map.of(), "AUDITOR_PASSWORD is not set");
        assertFails(Map.of("AUDITOR_PASSWORD", " "), "AUDITOR_PASSWORD is blank");
        assertFails(
                Map.of("AUDITOR_PASSWORD_FILE", "/not/there"),
                "AUDITOR_PASSWORD_FILE: can't read /not/there");
    }

    @Test
    void logsInAsTheAdministratorAndTakesOtherClientPropertiesAsTheyAre() {
        var environment =
                new Environment(
                        Map.of(
                                "KAFKA_BOOTSTRAP_SERVERS", "kafka-1:9092",
                                "KAFKA_SECURITY_PROTOCOL", "SASL_SSL",
                                "ADMIN_PASSWORD", "a \"b\" \\c",
                                "PATH", "/bin"));
        assertThat(environment.clientProperties())
                .containsEntry("bootstrap.servers", "kafka-1:9092")
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("sasl.mechanism", "SCRAM-SHA-512")
                .containsEntry(
                        "sasl.jaas.config",
                        "org.apache.kafka.common.security.scram.ScramLoginModule required"
                                + " username=\"admin\" password=\"a \\\"b\\\" \\\\c\";")
                .hasSize(4);
    }

    @Test
    void hasThreeReplicasUnlessItIsToldOtherwise() {
        assertThat(new Environment(Map.of()).replicationFactor()).isEqualTo((short) 3);
        assertThat(new Environment(Map.of("REPLICATION_FACTOR", "1")).replicationFactor())
                .isEqualTo((short) 1);
        assertThatExceptionOfType(SetupFailed.class)
                .isThrownBy(() ->
                        new Environment(Map.of("REPLICATION_FACTOR", "many")).replicationFactor())
                .withMessage("REPLICATION_FACTOR=many is no number");
    }

    @Test
    void tellsNobodyAPassword() {
        assertThat(new Login("auditor", "secret").toString()).doesNotContain("secret");
    }

    private static void assertFails(Map<String, String> variables, String message) {
        assertThatExceptionOfType(SetupFailed.class)
                .isThrownBy(() -> new Environment(variables).password("auditor"))
                .withMessage(message);
    }
}
