package dev.kafkaorders.replayer.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kafkaorders.events.Topics;
import dev.kafkaorders.replayer.audit.AuditEntry.Phase;
import dev.kafkaorders.replayer.cluster.KafkaUnavailableException;
import dev.kafkaorders.replayer.cluster.SureProducer;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Writes down what operators do, in [Topics#AUDIT]: an intention before, a result after.
///
/// An intention that isn't on enough brokers is none, and what was intended must not be done. So
/// whatever was done has an entry; an intention without a result was interrupted.
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
    /// @param who the operator
    /// @param what the kind of operation
    /// @param subject what it is done to
    /// @param before how it is; becomes JSON
    /// @param after how it is to be; becomes JSON
    /// @return to be told what came of it
    /// @throws AuditUnavailableException when it can't be written: nothing may be done then
    public Act intend(
            String who,
            String what,
            String subject,
            @Nullable Object before,
            @Nullable Object after) {
        var intention =
                new AuditEntry(
                        UUID.randomUUID(),
                        Phase.INTENDED,
                        who,
                        what,
                        subject,
                        before,
                        after,
                        null,
                        clock.instant());
        try {
            write(intention);
        } catch (KafkaUnavailableException e) {
            throw new AuditUnavailableException(e);
        }
        return new Act(intention);
    }

    private void write(AuditEntry entry) {
        producer.write(
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
            tell(Phase.DONE, before, after, "done");
        }

        /// It was not done.
        ///
        /// @param reason for a person
        public void failed(String reason) {
            tell(Phase.FAILED, intention.before(), intention.before(), reason);
        }

        private void tell(
                Phase phase, @Nullable Object before, @Nullable Object after, String result) {
            var entry =
                    new AuditEntry(
                            intention.operation(),
                            phase,
                            intention.who(),
                            intention.what(),
                            intention.subject(),
                            before,
                            after,
                            result,
                            clock.instant());
            try {
                write(entry);
            } catch (KafkaUnavailableException e) {
                log.atError()
                        .addKeyValue("operation", intention.operation())
                        .addKeyValue("who", intention.who())
                        .addKeyValue("what", intention.what())
                        .addKeyValue("subject", intention.subject())
                        .addKeyValue("phase", phase)
                        .setCause(e)
                        .log("A result is missing in the audit");
            }
        }
    }
}
