package dev.kafkaorders.replayer.deadletter;

import dev.kafkaorders.events.EventType;
import dev.kafkaorders.replayer.audit.AuditedWriter;
import dev.kafkaorders.replayer.audit.Decision;
import dev.kafkaorders.replayer.audit.Operation;
import dev.kafkaorders.replayer.deadletter.CorrectionResult.Invalid;
import dev.kafkaorders.replayer.deadletter.CorrectionResult.Missing;
import dev.kafkaorders.replayer.deadletter.CorrectionResult.NotCorrectable;
import dev.kafkaorders.replayer.deadletter.CorrectionResult.Settled;
import dev.kafkaorders.replayer.ledger.DeadLetterId;
import dev.kafkaorders.replayer.ledger.Entry;
import dev.kafkaorders.replayer.ledger.Ledger;
import dev.kafkaorders.replayer.ledger.State;
import dev.kafkaorders.replayer.writing.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Replays dead letters with a repaired payload. That is a new event with an id of its own, as it
/// says something that the old one didn't; it names the old one, whose place it takes.
///
/// The id follows from the old one and what is said now. The record's key is the order, and stays.
@Service
public class Corrections {

    private static final Logger log = LoggerFactory.getLogger(Corrections.class);

    private final JsonMapper json =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();
    private final DeadLetterTopic topic;
    private final EventSchemas schemas;
    private final Ledger ledger;
    private final AuditedWriter writer;
    private final Targets targets;

    Corrections(
            DeadLetterTopic topic,
            EventSchemas schemas,
            Ledger ledger,
            AuditedWriter writer,
            Targets targets) {
        this.topic = topic;
        this.schemas = schemas;
        this.ledger = ledger;
        this.writer = writer;
        this.targets = targets;
    }

    public CorrectionResult correct(DeadLetterId id, JsonNode patch, String by) {
        var found = topic.read(id);
        if (found.isEmpty()) {
            return new Missing();
        }
        var letter = found.get();
        var type = letter.type().flatMap(EventType::named);
        var payload = payload(letter);
        var target = targets.of(letter, null);
        if (type.isEmpty() || payload.isEmpty()) {
            return new NotCorrectable(
                    type.isEmpty()
                            ? "its event type is unknown, so there is no schema to hold it against"
                            : "its payload is no JSON object");
        }
        if (target.isEmpty()) {
            return new NotCorrectable("its topic is not among replayer.targets.allowed");
        }
        var corrected = MergePatch.apply(payload.get(), patch);
        var violations = violations(letter, type.get(), corrected);
        if (!violations.isEmpty()) {
            return new Invalid(violations);
        }
        var correction =
                new Correction(letter, target.get(), json.writeValueAsBytes(corrected), by);
        var operation =
                new Operation(
                        by,
                        "dead-letter-correct",
                        topic.partition(id.partition()).topic() + "-" + id,
                        standing(id),
                        corrected(correction));
        return writer.perform(operation, transaction -> decide(correction, transaction));
    }

    private Optional<JsonNode> payload(DeadLetter letter) {
        try {
            return Optional.ofNullable(letter.value())
                    .map(json::readTree)
                    .filter(JsonNode::isObject);
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    private List<Violation> violations(DeadLetter letter, EventType type, JsonNode corrected) {
        var violations = new ArrayList<>(schemas.violations(type, corrected));
        if (!corrected.path("orderId").asString("").equals(letter.key())) {
            violations.add(new Violation("$.orderId", "must be the record's key, and stay so"));
        }
        return violations;
    }

    private Decision<CorrectionResult> decide(Correction correction, Transaction transaction) {
        var letter = correction.letter();
        var known = ledger.of(letter.id());
        var result = correction.result();
        if (known.entries().stream().anyMatch(entry -> correction.id().equals(entry.replay()))) {
            return new Decision.DoneBefore<>(result);
        }
        if (known.state() == State.REPLAYED || known.state() == State.DISCARDED) {
            return new Decision.Refused<>(
                    new Settled(known.state()), "it is " + known.state().text());
        }
        var before = standing(letter.id());
        var count = letter.replayCount() + 1;
        transaction.write(correction.record(count));
        ledger.enter(
                letter.id(),
                Entry.corrected(
                        correction.id(),
                        count,
                        result.eventId().value(),
                        correction.by(),
                        Instant.now()),
                transaction);
        transaction.afterwards(() ->
                log.atInfo()
                        .addKeyValue("deadLetter", letter.id())
                        .addKeyValue("eventId", result.eventId())
                        .addKeyValue("by", correction.by())
                        .log("A dead letter was corrected"));
        return new Decision.Done<>(result, before, corrected(correction));
    }

    private LetterStanding standing(DeadLetterId id) {
        return new LetterStanding(id, ledger.state(id), null, null);
    }

    private static LetterStanding corrected(Correction correction) {
        return new LetterStanding(
                correction.letter().id(),
                State.REPLAYED,
                null,
                correction.result().eventId().value());
    }
}
