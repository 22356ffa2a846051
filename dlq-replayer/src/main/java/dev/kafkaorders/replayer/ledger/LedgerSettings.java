package dev.kafkaorders.replayer.ledger;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Which dead letters this is about.
///
/// @param topic the dead-letter topic
/// @param discardTopic the first retry topic of the consumer group that wrote the dead letters,
///   where it is told which ones are given up
@ConfigurationProperties("replayer.dead-letters")
public record LedgerSettings(
        @DefaultValue("payment-consumer.dlt") String topic,
        @DefaultValue("payment-consumer.retry.1s") String discardTopic) {

    public LedgerSettings {
        if (topic.isBlank() || discardTopic.isBlank()) {
            throw new IllegalArgumentException(
                    "replayer.dead-letters.topic and .discard-topic must not be blank");
        }
    }
}
