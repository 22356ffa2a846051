package dev.kafkaorders.replayer.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;

import dev.kafkaorders.events.Topics;
import dev.kafkaorders.replayer.writing.Memory;
import dev.kafkaorders.replayer.writing.Transaction;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
/// each that somebody did something about. What a replay does to many is one record for all of
/// them, a [Page]. Nothing is ever deleted from the dead-letter topic.
///
/// Written by the writer's thread alone, and read by everybody.
@Component
public class Ledger implements Memory {

    private static final Logger log = LoggerFactory.getLogger(Ledger.class);

    private final JsonMapper json = JsonMapper.shared();
    private final String deadLetterTopic;
    private final Map<DeadLetterId, History> histories = new ConcurrentHashMap<>();
    private History lastRead = History.EMPTY;

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
        enter(id, of(id).and(entry), transaction);
    }

    /// Enters what a replay does in this transaction, to all of these the same.
    public void enter(UUID replay, List<DeadLetterId> ids, Entry entry, Transaction transaction) {
        Map<Alike, List<DeadLetterId>> groups =
                ids.stream().collect(groupingBy(id -> new Alike(id.partition(), of(id))));
        groups.forEach((alike, group) -> {
            var history = alike.before().and(entry);
            Page.portions(group).forEach(portion -> enter(replay, portion, history, transaction));
        });
    }

    private void enter(
            UUID replay, List<DeadLetterId> ids, History history, Transaction transaction) {
        var first = ids.getFirst();
        if (ids.size() == 1) {
            enter(first, history, transaction);
            return;
        }
        var key = Page.key(first, replay);
        transaction.write(new ProducerRecord<>(topic(), key(key), json(Page.of(ids, history))));
        transaction.afterwards(() -> ids.forEach(id -> histories.put(id, history)));
    }

    private void enter(DeadLetterId id, History history, Transaction transaction) {
        transaction.write(new ProducerRecord<>(topic(), key(id.toString()), json(history)));
        transaction.afterwards(() -> histories.put(id, history));
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
            remember(key.substring(deadLetterTopic.length() + 1), record.value());
        } catch (JacksonException | IllegalArgumentException e) {
            log.atError()
                    .setCause(e)
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .log("A ledger record is unreadable, its dead letters count as open");
        }
    }

    private void remember(String key, byte @Nullable [] value) {
        if (Page.hasKey(key)) {
            if (value != null) {
                var page = json.readValue(value, Page.class);
                page.ids(key).forEach(id -> remember(id, page.history()));
            }
            return;
        }
        var id = DeadLetterId.parse(key);
        if (value == null) {
            histories.remove(id);
        } else {
            remember(id, canonical(json.readValue(value, History.class)));
        }
    }

    private void remember(DeadLetterId id, History history) {
        histories.merge(
                id, history, (known, read) -> known.revision() > read.revision() ? known : read);
    }

    private History canonical(History read) {
        if (!lastRead.equals(read)) {
            lastRead = read;
        }
        return lastRead;
    }

    private byte[] key(String rest) {
        return (deadLetterTopic + "-" + rest).getBytes(UTF_8);
    }

    private byte[] json(Object value) {
        return json.writeValueAsBytes(value);
    }

    /// Dead letters of one partition to which the same was done before.
    private record Alike(int partition, History before) {}
}
