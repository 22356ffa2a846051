package dev.kafkaorders.replayer.offsets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.comparing;

import dev.kafkaorders.events.Topics;
import dev.kafkaorders.replayer.cluster.KafkaUnavailableException;
import dev.kafkaorders.replayer.cluster.SureProducer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// All resets, kept in [Topics#OFFSET_RESETS]: what was planned and executed can be undone after a
/// restart, and by another instance.
///
/// The topic decides: what is written is known once it was read back, in the topic's order.
@Component
class ResetLog {

    private static final Logger log = LoggerFactory.getLogger(ResetLog.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SureProducer producer;
    private final JsonMapper json;
    private final Map<UUID, Reset> resets = new ConcurrentHashMap<>();
    private final ReadProgress progress = new ReadProgress();

    ResetLog(SureProducer producer, JsonMapper json) {
        this.producer = producer;
        this.json = json;
    }

    /// Returns when everybody who asks here is told so.
    ///
    /// @throws KafkaUnavailableException when that isn't so in time
    void write(Reset reset) {
        var written =
                producer.write(
                        new ProducerRecord<>(
                                Topics.OFFSET_RESETS,
                                reset.id().toString().getBytes(UTF_8),
                                json.writeValueAsBytes(reset)));
        progress.await(written.partition(), written.offset(), PATIENCE);
    }

    /// The newest first.
    List<Reset> all() {
        awaitStart();
        return resets.values().stream().sorted(comparing(Reset::at).reversed()).toList();
    }

    Optional<Reset> find(UUID id) {
        awaitStart();
        return Optional.ofNullable(resets.get(id));
    }

    /// An answer before everything was read would be wrong.
    private void awaitStart() {
        progress.awaitStart(PATIENCE);
    }

    ReadProgress progress() {
        return progress;
    }

    void read(ConsumerRecord<byte[], byte[]> record) {
        try {
            var reset = json.readValue(record.value(), Reset.class);
            resets.put(reset.id(), reset);
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            log.atError()
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .addKeyValue("reason", e.getClass().getSimpleName())
                    .log("Not a reset, skipped");
        }
    }
}
