package dev.kafkaorders.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkaorders.events.Topics;
import java.util.HashMap;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

/// One list of topics for every cluster.
class TopicTests {

    private static final short REPLICAS = 3;

    @Test
    void areThoseOfTheContractWithTheSameSettings() {
        assertThat(Manifests.ofKind("KafkaTopic").map(TopicTests::topic))
                .containsExactlyInAnyOrderElementsOf(Topics.definitions(REPLICAS));
    }

    private static NewTopic topic(Manifest manifest) {
        var settings = new HashMap<String, String>();
        manifest.at("/spec/config")
                .properties()
                .forEach(setting -> settings.put(setting.getKey(), setting.getValue().asString()));
        return new NewTopic(
                        manifest.name(),
                        manifest.at("/spec/partitions").asInt(),
                        (short) manifest.at("/spec/replicas").asInt())
                .configs(settings);
    }
}
