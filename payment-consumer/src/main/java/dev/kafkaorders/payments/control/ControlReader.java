package dev.kafkaorders.payments.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apache.kafka.clients.consumer.ConsumerConfig.AUTO_OFFSET_RESET_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.CLIENT_ID_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.GROUP_ID_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.GROUP_PROTOCOL_CONFIG;

import dev.kafkaorders.events.ConsumerControlJson;
import dev.kafkaorders.events.Topics;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/// Reads [Topics#CONSUMER_CONTROL] from its beginning, without a group: every instance hears
/// everything, also after a restart.
@Component
class ControlReader {

    private static final Logger log = LoggerFactory.getLogger(ControlReader.class);

    private final ConsumerFactory<byte[], byte[]> consumers;
    private final Wish wish;
    private final ControlSettings settings;
    private final ConsumerControlJson json = new ConsumerControlJson();

    ControlReader(ConsumerFactory<byte[], byte[]> consumers, Wish wish, ControlSettings settings) {
        this.consumers = consumers;
        this.wish = wish;
        this.settings = settings;
    }

    /// Reads until told not to go on.
    ///
    /// @param caughtUp told, after each poll from then on, that everything was read that was there
    ///   when reading began
    /// @throws KafkaException when Kafka doesn't answer; reading can begin anew
    void read(BooleanSupplier goesOn, Step caughtUp) throws InterruptedException {
        try (var consumer = consumer()) {
            var partitions =
                    consumer.partitionsFor(Topics.CONSUMER_CONTROL).stream()
                            .map(info -> new TopicPartition(info.topic(), info.partition()))
                            .toList();
            if (partitions.isEmpty()) {
                throw new KafkaException(
                        "there is no topic " + Topics.CONSUMER_CONTROL + ": create it");
            }
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var behind = true;
            while (goesOn.getAsBoolean()) {
                consumer.poll(settings.interval()).forEach(this::read);
                behind = behind && isBehind(consumer, ends);
                if (!behind) {
                    caughtUp.run();
                }
            }
        }
    }

    private static boolean isBehind(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
    }

    private void read(ConsumerRecord<byte[], byte[]> record) {
        if (!Topics.PAYMENT_CONSUMER.equals(text(record.key()))) {
            return;
        }
        try {
            wish.read(json.read(record.value() == null ? new byte[0] : record.value()));
        } catch (JacksonException e) {
            log.atWarn()
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .addKeyValue("reason", e.getClass().getSimpleName())
                    .log("Not a control record, ignored");
        }
    }

    private static String text(byte @Nullable [] key) {
        return key == null ? "" : new String(key, UTF_8);
    }

    private Consumer<byte[], byte[]> consumer() {
        var properties = new HashMap<>(consumers.getConfigurationProperties());
        properties.remove(GROUP_ID_CONFIG);
        properties.remove(GROUP_PROTOCOL_CONFIG);
        properties.put(CLIENT_ID_CONFIG, "consumer-control");
        properties.put(AUTO_OFFSET_RESET_CONFIG, "earliest");
        var deserializer = new ByteArrayDeserializer();
        return new KafkaConsumer<>(properties, deserializer, deserializer);
    }

    /// Something to do between two polls.
    interface Step {
        void run() throws InterruptedException;
    }
}
