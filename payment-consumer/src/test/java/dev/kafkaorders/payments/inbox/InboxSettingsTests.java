package dev.kafkaorders.payments.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkaorders.events.Topics;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class InboxSettingsTests {

    private final InboxSettings defaults =
            new Binder(new MapConfigurationPropertySource(Map.of()))
                    .bindOrCreate("payments.inbox", InboxSettings.class);

    /// Twice, as a record goes with the last of its segment, which may come as much later.
    @ParameterizedTest
    @ValueSource(
            strings = {
                Topics.ORDERS,
                "payment-consumer.retry.1s",
                "payment-consumer.retry.10s",
                "payment-consumer.retry.60s"
            })
    void remembersTwiceAsLongAsTheTopicsThatAreReadKeep(String name) {
        assertThat(defaults.retention()).isGreaterThanOrEqualTo(retention(name).multipliedBy(2));
    }

    private static Duration retention(String name) {
        return Topics.definitions((short) 3).stream()
                .filter(topic -> topic.name().equals(name))
                .map(NewTopic::configs)
                .map(configs -> configs.get(TopicConfig.RETENTION_MS_CONFIG))
                .map(millis -> Duration.ofMillis(Long.parseLong(millis)))
                .findFirst()
                .orElseThrow();
    }
}
