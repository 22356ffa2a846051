package dev.kafkaorders.orders.publishing;

import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.ApplicationRecoverableException;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TransactionAbortableException;
import org.apache.kafka.common.errors.TransactionalIdNotFoundException;

/// Decides, for the whole service, what an error of a transactional producer means.
///
/// It matters when the error came. Before the broker was asked to commit, the transaction is
/// certain not to be committed, whatever happened. Afterwards only an abortable error says so: even
/// «fenced» may be the answer to a repeated request whose first answer, «committed», got lost.
final class FailureRules {

    /// What is left to do.
    enum Verdict {
        /// Not written, and it would fail alone as well: Kafka is away.
        ABORT,
        /// Not written. One poisonous request may have spoilt it for the others: each goes alone.
        ABORT_AND_SEPARATE,
        /// Not written, and this producer never will: a new one has to do it.
        REPLACE_AND_REDO,
        /// Written or not, and this producer can't find out.
        OUTCOME_UNKNOWN
    }

    private FailureRules() {}

    /// About an error before the commit was asked for.
    static Verdict whileWriting(Throwable error) {
        return switch (reason(error)) {
            // KIP-1050's «application recoverable»: fenced, old epoch, lost producer id.
            case ApplicationRecoverableException _ -> Verdict.REPLACE_AND_REDO;
            // By its class a matter of configuration, but it is one request's topic.
            case InvalidTopicException _ -> Verdict.ABORT_AND_SEPARATE;
            // KIP-1050's «invalid configuration»: authorization, authentication, version.
            case InvalidConfigurationException _ -> Verdict.REPLACE_AND_REDO;
            case OutOfOrderSequenceException _ -> Verdict.REPLACE_AND_REDO;
            case InvalidTxnStateException _ -> Verdict.REPLACE_AND_REDO;
            case TransactionalIdNotFoundException _ -> Verdict.REPLACE_AND_REDO;
            case IllegalStateException _ -> Verdict.REPLACE_AND_REDO;
            // The client retried for as long as it may: an outage, nobody's fault in the group.
            case RetriableException _ -> Verdict.ABORT;
            default -> Verdict.ABORT_AND_SEPARATE;
        };
    }

    /// About an error of the commit itself.
    static Verdict whileCommitting(Throwable error) {
        return reason(error) instanceof TransactionAbortableException
                ? Verdict.ABORT
                : Verdict.OUTCOME_UNKNOWN;
    }

    /// Whether the same commit may be asked for once more: after a timeout the producer goes on
    /// waiting for the answer to its first request.
    static boolean mayCommitAgain(Throwable error) {
        return reason(error) instanceof TimeoutException;
    }

    /// Whether somebody else has taken over the `transactional.id`.
    static boolean isFenced(Throwable error) {
        return reason(error) instanceof ApplicationRecoverableException;
    }

    /// Whether Kafka is there and doesn't let us: a wrong password, a missing right.
    static boolean isRefused(Throwable error) {
        return reason(error) instanceof InvalidConfigurationException;
    }

    /// The client wraps what the broker said in a plain `KafkaException`, sometimes twice.
    private static Throwable reason(Throwable error) {
        for (Throwable link = error; link != null; link = link.getCause()) {
            if (link instanceof ApiException) {
                return link;
            }
        }
        return error;
    }
}
