package dev.kafkaorders.replayer.writing;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.ApplicationRecoverableException;
import org.apache.kafka.common.errors.InvalidConfigurationException;

/// A transaction that is not known to be committed. Whether it is will be known when the next
/// producer has started and the topics have been read to their ends.
public final class NotCommittedException extends RuntimeException {

    private final boolean mayBeCommitted;

    private NotCommittedException(KafkaException cause, boolean mayBeCommitted) {
        super(cause);
        this.mayBeCommitted = mayBeCommitted;
    }

    /// The commit was never asked for, so the transaction can only be aborted.
    static NotCommittedException beforeCommit(KafkaException cause) {
        return new NotCommittedException(cause, false);
    }

    /// The commit was asked for, and the answer was none or nothing that tells.
    static NotCommittedException unanswered(KafkaException cause) {
        return new NotCommittedException(cause, true);
    }

    boolean mayBeCommitted() {
        return mayBeCommitted;
    }

    /// Whether what was to be written is at fault, so that it would fail again and again. Once the
    /// commit is asked for, nobody can say that of it.
    public boolean isRefusal() {
        return !mayBeCommitted && Faults.isRefusal(reason());
    }

    /// Whether Kafka has let somebody else have the `transactional.id`, or has given up on us.
    boolean isFencing() {
        return switch (reason()) {
            case InvalidConfigurationException _ -> false;
            case ApplicationRecoverableException _ -> true;
            default -> false;
        };
    }

    /// The client wraps what the broker said in a plain `KafkaException`, sometimes twice.
    public Throwable reason() {
        for (Throwable link = getCause(); link != null; link = link.getCause()) {
            if (link instanceof ApiException) {
                return link;
            }
        }
        return this;
    }
}
