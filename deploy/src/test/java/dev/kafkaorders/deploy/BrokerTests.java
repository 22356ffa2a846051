package dev.kafkaorders.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.strimzi.api.kafka.model.kafka.KafkaClusterSpec;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.utils.AppInfoParser;
import org.apache.kafka.server.common.MetadataVersion;
import org.apache.kafka.server.config.AbstractKafkaConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// The brokers' settings: Kafka itself ignores those that it doesn't know, and Strimzi those that
/// are its own.
class BrokerTests {

    private static final ConfigDef KNOWN = AbstractKafkaConfig.CONFIG_DEF;
    private static final Manifest KAFKA = Manifests.the("Kafka", "orders");

    static List<Map.Entry<String, JsonNode>> settings() {
        return List.copyOf(KAFKA.at("/spec/kafka/config").properties());
    }

    @ParameterizedTest
    @MethodSource("settings")
    void isKnownToKafkaAndNotItsDefault(Map.Entry<String, JsonNode> setting) {
        assertThat(KNOWN.names()).contains(setting.getKey());
        var key = KNOWN.configKeys().get(setting.getKey());
        var value = ConfigDef.parseType(key.name, setting.getValue().asString(), key.type);
        if (key.validator != null) {
            key.validator.ensureValid(key.name, value);
        }
        assertThat(value).isNotEqualTo(key.defaultValue);
    }

    @ParameterizedTest
    @MethodSource("settings")
    void isNoneThatStrimziWouldDrop(Map.Entry<String, JsonNode> setting) {
        assertThat(words(KafkaClusterSpec.FORBIDDEN_PREFIXES))
                .noneMatch(prefix -> setting.getKey().startsWith(prefix));
    }

    @Test
    void areOfTheSameReleaseAsTheClients() {
        assertThat(minor(KAFKA.text("/spec/kafka/version")))
                .isEqualTo(minor(AppInfoParser.getVersion()));
        assertThat(KAFKA.text("/spec/kafka/metadataVersion"))
                .isEqualTo(MetadataVersion.LATEST_PRODUCTION.version());
    }

    @Test
    void areAsManyAsATopicHasReplicasAndControllersAreApart() {
        var brokers = Manifests.the("KafkaNodePool", "brokers");
        var controllers = Manifests.the("KafkaNodePool", "controllers");
        assertThat(brokers.at("/spec/roles")).map(JsonNode::asString).containsExactly("broker");
        assertThat(controllers.at("/spec/roles"))
                .map(JsonNode::asString)
                .containsExactly("controller");
        assertThat(controllers.at("/spec/replicas").asInt()).isEqualTo(3);
        assertThat(Manifests.ofKind("KafkaTopic"))
                .allMatch(topic ->
                        topic.at("/spec/replicas").asInt() <= brokers.at("/spec/replicas").asInt());
    }

    @Test
    void listenOnlyToWhoIsEncryptedAndLogsIn() {
        assertThat(KAFKA.each("/spec/kafka/listeners"))
                .allSatisfy(listener -> {
                    assertThat(listener.path("tls").asBoolean()).isTrue();
                    assertThat(listener.at("/authentication/type").asString())
                            .isEqualTo("scram-sha-512");
                });
        assertThat(KAFKA.text("/spec/kafka/authorization/type")).isEqualTo("simple");
    }

    private static Stream<String> words(String list) {
        return Stream.of(list.split(", "));
    }

    private static String minor(String version) {
        return version.substring(0, version.lastIndexOf('.'));
    }
}
