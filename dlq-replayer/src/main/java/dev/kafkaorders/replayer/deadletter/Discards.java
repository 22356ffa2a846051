package dev.kafkaorders.replayer.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kafkaorders.events.ReplayHeaders;
import dev.kafkaorders.replayer.ledger.DeadLetterId;
import dev.kafkaorders.replayer.ledger.Entry;
import dev.kafkaorders.replayer.ledger.Ledger;
import dev.kafkaorders.replayer.ledger.LedgerSettings;
import dev.kafkaorders.replayer.ledger.State;
import dev.kafkaorders.replayer.writing.Transaction;
import dev.kafkaorders.replayer.writing.Writer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/// Gives dead letters up. The ledger and payment-consumer are told in one transaction: what waits
/// behind them goes on if, and only if, the ledger says why.
@Service
public class Discards {

    private static final Logger log = LoggerFactory.getLogger(Discards.class);

    private final DeadLetterTopic topic;
    private final Ledger ledger;
    private final Writer writer;
    private final String discardTopic;

    Discards(DeadLetterTopic topic, Ledger ledger, Writer writer, LedgerSettings settings) {
        this.topic = topic;
        this.ledger = ledger;
        this.writer = writer;
        this.discardTopic = settings.discardTopic();
    }

    /// Gives all of them up, or none.
    public DiscardResult discard(Set<DeadLetterId> ids, String reason, String by) {
        var letters = topic.read(ids);
        var missing = ids.stream().filter(id -> !letters.containsKey(id)).sorted().toList();
        if (!missing.isEmpty()) {
            return new DiscardResult.Missing(missing);
        }
        var result = writer.perform(transaction -> decide(letters, reason, by, transaction));
        if (result instanceof DiscardResult.Discarded(var discarded, var already)) {
            log.atInfo()
                    .addKeyValue("discarded", discarded)
                    .addKeyValue("already", already)
                    .addKeyValue("by", by)
                    .log("Dead letters were given up");
        }
        return result;
    }

    private DiscardResult decide(
            Map<DeadLetterId, DeadLetter> letters,
            String reason,
            String by,
            Transaction transaction) {
        var replayed = in(State.REPLAYED, letters.keySet());
        if (!replayed.isEmpty()) {
            return new DiscardResult.AlreadyReplayed(replayed);
        }
        var already = in(State.DISCARDED, letters.keySet());
        var entry = Entry.discarded(reason, by, Instant.now());
        letters.forEach((id, letter) -> {
            if (!already.contains(id)) {
                ledger.enter(id, entry, transaction);
                transaction.write(record(letter, reason));
            }
        });
        return new DiscardResult.Discarded(letters.size() - already.size(), already.size());
    }

    private List<DeadLetterId> in(State state, Set<DeadLetterId> ids) {
        return ids.stream().filter(id -> ledger.state(id) == state).sorted().toList();
    }

    /// With its own headers, as these say which order it belongs to.
    private ProducerRecord<byte[], byte[]> record(DeadLetter letter, String reason) {
        var record =
                new ProducerRecord<byte[], byte[]>(
                        discardTopic,
                        letter.id().partition(),
                        letter.keyBytes(),
                        letter.value(),
                        letter.ownHeaders());
        record.headers()
                .remove(ReplayHeaders.REPLAY_OF)
                .add(ReplayHeaders.REPLAY_OF, letter.eventId().toString().getBytes(UTF_8))
                .add(ReplayHeaders.DISCARDED, reason.getBytes(UTF_8));
        return record;
    }
}
