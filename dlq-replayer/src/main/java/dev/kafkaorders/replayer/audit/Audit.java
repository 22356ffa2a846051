package dev.kafkaorders.replayer.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kafkaorders.events.Topics;
import dev.kafkaorders.replayer.audit.AuditEntry.Phase;
import dev.kafkaorders.replayer.cluster.KafkaUnavailableException;
import dev.kafkaorders.replayer.cluster.SureProducer;
import java.time.Clock;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Writes down what operators do, in [Topics#AUDIT]: an intention before, a result after.
///
/// An intention that isn't on enough brokers is none, and what was intended must not be done. So
/// whatever was done has an entry; an intention without a result was interrupted. What is done in a
/// Kafka transaction has its result in the same transaction: there is one if, and only if, it was
/// done.
@Component
public class Audit {

    private static final Logger log = LoggerFactory.getLogger(Audit.class);

    private final SureProducer producer;
    private final JsonMapper json;
    private final Clock clock;

    Audit(SureProducer producer, JsonMapper json, Clock clock) {
        this.producer = producer;
        this.json = json;
        this.clock = clock;
    }

    /// Writes down that somebody is about to do something.
    ///
    /// @return to be told what came of it
    /// @throws AuditUnavailableException when it can't be written: nothing may be done then
    public Act intend(Operation operation) {
        var intention =
                AuditEntry.of(UUID.randomUUID(), operation, Phase.INTENDED, null, clock.instant());
        try {
            write(intention);
        } catch (KafkaUnavailableException e) {
            throw new AuditUnavailableException(e);
        }
        return new Act(intention);
    }

    /// Something that nobody does at this moment, but that follows from what somebody did: to be
    /// written in the transaction in which it happens.
    ///
    /// @param result what came of it, for a person
    public ProducerRecord<byte[], byte[]> consequence(Operation operation, String result) {
        return record(
                AuditEntry.of(UUID.randomUUID(), operation, Phase.DONE, result, clock.instant()));
    }

    /// The same, where there is no transaction.
    ///
    /// @throws AuditUnavailableException when it can't be written
    public void tell(Operation operation, String result) {
        try {
            producer.write(consequence(operation, result));
        } catch (KafkaUnavailableException e) {
            throw new AuditUnavailableException(e);
        }
    }

    private void write(AuditEntry entry) {
        producer.write(record(entry));
    }

    private ProducerRecord<byte[], byte[]> record(AuditEntry entry) {
        return new ProducerRecord<>(
                Topics.AUDIT,
                entry.operation().toString().getBytes(UTF_8),
                json.writeValueAsBytes(entry));
    }

    /// Something that was intended. It has happened by the time that its result is told, so a
    /// result that can't be written undoes nothing: the intention stands, and the log has the rest.
    public final class Act {

        private final AuditEntry intention;

        private Act(AuditEntry intention) {
            this.intention = intention;
        }

        /// It was done.
        ///
        /// @param before how it really was
        /// @param after how it is now
        public void done(@Nullable Object before, @Nullable Object after) {
            tell(entry(Phase.DONE, before, after, "done"));
        }

        /// It is done in the transaction in which this is written. Where it had to be decided a
        /// second time, because nobody knew whether the first was committed, it may be told twice.
        ///
        /// @param before how it really was
        /// @param after how it is then
        public ProducerRecord<byte[], byte[]> doneTogether(
                @Nullable Object before, @Nullable Object after) {
            return record(entry(Phase.DONE, before, after, "done"));
        }

        /// It was not done.
        ///
        /// @param reason for a person
        public void failed(String reason) {
            tell(entry(Phase.FAILED, intention.before(), intention.before(), reason));
        }

        private AuditEntry entry(
                Phase phase, @Nullable Object before, @Nullable Object after, String result) {
            return new AuditEntry(
                    intention.operation(),
                    phase,
                    intention.who(),
                    intention.what(),
                    intention.subject(),
                    before,
                    after,
                    result,
                    clock.instant());
        }

        private void tell(AuditEntry entry) {
            try {
                write(entry);
            } catch (KafkaUnavailableException e) {
                log.atError()
                        .addKeyValue("operation", intention.operation())
                        .addKeyValue("who", intention.who())
                        .addKeyValue("what", intention.what())
                        .addKeyValue("subject", intention.subject())
                        .addKeyValue("phase", entry.phase())
                        .setCause(e)
                        .log("A result is missing in the audit");
            }
        }
    }
}
