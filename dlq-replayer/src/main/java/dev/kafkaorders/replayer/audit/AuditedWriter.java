package dev.kafkaorders.replayer.audit;

import dev.kafkaorders.replayer.writing.Act;
import dev.kafkaorders.replayer.writing.CannotWriteException;
import dev.kafkaorders.replayer.writing.OutcomeUnknownException;
import dev.kafkaorders.replayer.writing.Transaction;
import dev.kafkaorders.replayer.writing.Writer;
import org.springframework.stereotype.Component;

/// The way by which operators write: the intention is in the audit before anything is decided, and
/// the result is in the transaction that does it.
@Component
public class AuditedWriter {

    private final Audit audit;
    private final Writer writer;

    AuditedWriter(Audit audit, Writer writer) {
        this.audit = audit;
        this.writer = writer;
    }

    /// Has an operation decided and written.
    ///
    /// @param act decides about it, in the writer's thread
    /// @throws AuditUnavailableException when the intention can't be written: nothing was done
    /// @throws CannotWriteException when nothing was written
    /// @throws OutcomeUnknownException when nobody can say: then the audit has the result if, and
    ///   only if, it was
    public <T> T perform(Operation operation, Act<Decision<T>> act) {
        var intended = audit.intend(operation);
        try {
            var decision = writer.perform(transaction -> decide(act, intended, transaction));
            if (decision instanceof Decision.Refused<T>(_, var reason)) {
                intended.failed(reason);
            }
            return decision.answer();
        } catch (OutcomeUnknownException e) {
            throw e;
        } catch (RuntimeException e) {
            intended.failed(e.toString());
            throw e;
        }
    }

    private static <T> Decision<T> decide(
            Act<Decision<T>> act, Audit.Act intended, Transaction transaction) {
        var decision = act.decide(transaction);
        if (decision instanceof Decision.Done<T>(_, var before, var after)) {
            transaction.write(intended.doneTogether(before, after));
        }
        return decision;
    }
}
