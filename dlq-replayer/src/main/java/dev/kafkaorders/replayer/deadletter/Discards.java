package dev.kafkaorders.replayer.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kafkaorders.events.ReplayHeaders;
import dev.kafkaorders.replayer.audit.AuditedWriter;
import dev.kafkaorders.replayer.audit.Decision;
import dev.kafkaorders.replayer.audit.Operation;
import dev.kafkaorders.replayer.ledger.DeadLetterId;
import dev.kafkaorders.replayer.ledger.Entry;
import dev.kafkaorders.replayer.ledger.Ledger;
import dev.kafkaorders.replayer.ledger.LedgerSettings;
import dev.kafkaorders.replayer.ledger.State;
import dev.kafkaorders.replayer.writing.Transaction;
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
    private final AuditedWriter writer;
    private final String discardTopic;
    private final String deadLetterTopic;

    Discards(DeadLetterTopic topic, Ledger ledger, AuditedWriter writer, LedgerSettings settings) {
        this.topic = topic;
        this.ledger = ledger;
        this.writer = writer;
        this.discardTopic = settings.discardTopic();
        this.deadLetterTopic = settings.topic();
    }

    /// Gives all of them up, or none.
    public DiscardResult discard(Set<DeadLetterId> ids, String reason, String by) {
        var letters = topic.read(ids);
        var missing = ids.stream().filter(id -> !letters.containsKey(id)).sorted().toList();
        if (!missing.isEmpty()) {
            return new DiscardResult.Missing(missing);
        }
        var operation =
                new Operation(
                        by,
                        "dead-letters-discard",
                        deadLetterTopic,
                        standings(letters.keySet()),
                        given(letters.keySet(), reason));
        var result =
                writer.perform(operation, transaction -> decide(letters, reason, by, transaction));
        if (result instanceof DiscardResult.Discarded(var discarded, var already)) {
            log.atInfo()
                    .addKeyValue("discarded", discarded)
                    .addKeyValue("already", already)
                    .addKeyValue("by", by)
                    .log("Dead letters were given up");
        }
        return result;
    }

    private Decision<DiscardResult> decide(
            Map<DeadLetterId, DeadLetter> letters,
            String reason,
            String by,
            Transaction transaction) {
        var replayed = in(State.REPLAYED, letters.keySet());
        if (!replayed.isEmpty()) {
            return new Decision.Refused<>(
                    new DiscardResult.AlreadyReplayed(replayed), "replayed already: " + replayed);
        }
        var already = in(State.DISCARDED, letters.keySet());
        var before = standings(letters.keySet());
        var entry = Entry.discarded(reason, by, Instant.now());
        letters.forEach((id, letter) -> {
            if (!already.contains(id)) {
                ledger.enter(id, entry, transaction);
                transaction.write(record(letter, reason));
            }
        });
        return new Decision.Done<>(
                new DiscardResult.Discarded(letters.size() - already.size(), already.size()),
                before,
                given(letters.keySet(), reason));
    }

    private List<LetterStanding> standings(Set<DeadLetterId> ids) {
        return ids.stream()
                .sorted()
                .map(id -> new LetterStanding(id, ledger.state(id), null, null))
                .toList();
    }

    private static List<LetterStanding> given(Set<DeadLetterId> ids, String reason) {
        return ids.stream()
                .sorted()
                .map(id -> new LetterStanding(id, State.DISCARDED, reason, null))
                .toList();
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
