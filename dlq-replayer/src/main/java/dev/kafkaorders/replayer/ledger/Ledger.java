package dev.kafkaorders.replayer.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kafkaorders.events.Topics;
import dev.kafkaorders.replayer.writing.Memory;
import dev.kafkaorders.replayer.writing.Transaction;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What became of each dead letter: the topic `dlq-replayer.ledger` in memory, one small entry for
/// each that somebody did something about. Nothing is ever deleted from the dead-letter topic.
///
/// Written by the writer's thread alone, and read by everybody.
@Component
public class Ledger implements Memory {

    private static final Logger log = LoggerFactory.getLogger(Ledger.class);

    private final JsonMapper json = JsonMapper.shared();
    private final String deadLetterTopic;
    private final Map<DeadLetterId, History> histories = new ConcurrentHashMap<>();
    private History lastRead = History.EMPTY;
    private @Nullable Serialized lastWritten;

    Ledger(LedgerSettings settings) {
        this.deadLetterTopic = settings.topic();
    }

    public History of(DeadLetterId id) {
        return histories.getOrDefault(id, History.EMPTY);
    }

    public State state(DeadLetterId id) {
        return of(id).state();
    }

    /// Enters what is done in this transaction.
    public void enter(DeadLetterId id, Entry entry, Transaction transaction) {
        var history = same(of(id).and(entry));
        transaction.write(new ProducerRecord<>(topic(), key(id), history.json()));
        transaction.afterwards(() -> histories.put(id, history.history()));
    }

    /// How many are in each state, but for those that are open.
    public Map<State, Integer> census() {
        var census = new EnumMap<State, Integer>(State.class);
        histories.values().forEach(history -> census.merge(history.state(), 1, Integer::sum));
        return census;
    }

    /// Lets go of what can't be asked for any more, since the topic has deleted it.
    ///
    /// @param beginnings the first offset of each partition that is still there
    public void forgetBefore(Map<Integer, Long> beginnings) {
        histories
                .keySet()
                .removeIf(id -> id.offset() < beginnings.getOrDefault(id.partition(), 0L));
    }

    @Override
    public String topic() {
        return Topics.LEDGER;
    }

    @Override
    public void remember(ConsumerRecord<byte[], byte[]> record) {
        var key = new String(record.key(), UTF_8);
        if (!key.startsWith(deadLetterTopic + "-")) {
            return;
        }
        try {
            var id = DeadLetterId.parse(key.substring(deadLetterTopic.length() + 1));
            if (record.value() == null) {
                histories.remove(id);
                return;
            }
            var history = canonical(json.readValue(record.value(), History.class));
            histories.merge(
                    id,
                    history,
                    (known, read) -> known.revision() > read.revision() ? known : read);
        } catch (JacksonException | IllegalArgumentException e) {
            log.atError()
                    .setCause(e)
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .log("A ledger record is unreadable, its dead letter counts as open");
        }
    }

    /// A replay does the same to thousands: they share one object and its bytes.
    private Serialized same(History history) {
        var last = lastWritten;
        if (last == null || !last.history().equals(history)) {
            last = new Serialized(history, json.writeValueAsBytes(history));
            lastWritten = last;
        }
        return last;
    }

    private History canonical(History read) {
        if (!lastRead.equals(read)) {
            lastRead = read;
        }
        return lastRead;
    }

    private byte[] key(DeadLetterId id) {
        return (deadLetterTopic + "-" + id).getBytes(UTF_8);
    }

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Serialized(History history, byte[] json) {}
}
