package dev.kafkaorders.replayer.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kafkaorders.events.Topics;
import dev.kafkaorders.replayer.writing.Memory;
import dev.kafkaorders.replayer.writing.Transaction;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Repository;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// All replays: the topic `dlq-replayer.replays` in memory. Written by the writer's thread alone,
/// and read by everybody.
@Repository
public class Replays implements Memory {

    private static final Logger log = LoggerFactory.getLogger(Replays.class);

    private final JsonMapper json = JsonMapper.shared();
    private final Map<UUID, Replay> replays = new ConcurrentHashMap<>();

    public Optional<Replay> find(UUID id) {
        return Optional.ofNullable(replays.get(id));
    }

    /// The latest first.
    public List<Replay> all() {
        return replays.values().stream()
                .sorted(Comparator.comparing(Replay::at).reversed().thenComparing(Replay::id))
                .toList();
    }

    public List<Replay> in(ReplayState state) {
        return all().stream().filter(replay -> replay.state() == state).toList();
    }

    void save(Replay replay, Transaction transaction) {
        var key = replay.id().toString().getBytes(UTF_8);
        transaction.write(new ProducerRecord<>(topic(), key, json.writeValueAsBytes(replay)));
        transaction.afterwards(() -> replays.put(replay.id(), replay));
    }

    @Override
    public String topic() {
        return Topics.REPLAYS;
    }

    @Override
    public void remember(ConsumerRecord<byte[], byte[]> record) {
        try {
            var id = UUID.fromString(new String(record.key(), UTF_8));
            if (record.value() == null) {
                replays.remove(id);
                return;
            }
            var read = json.readValue(record.value(), Replay.class);
            replays.merge(
                    id, read, (known, now) -> known.revision() > now.revision() ? known : now);
        } catch (JacksonException | IllegalArgumentException e) {
            log.atError()
                    .setCause(e)
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .log("A replay's record is unreadable, that replay is unknown");
        }
    }
}
