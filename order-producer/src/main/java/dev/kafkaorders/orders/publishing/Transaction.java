package dev.kafkaorders.orders.publishing;

import dev.kafkaorders.orders.publishing.FailureRules.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;

/// One attempt to write the records of a group of requests in one Kafka transaction.
///
/// All sends are known to have succeeded before the commit is asked for. So an error before that
/// proves that nothing was committed.
final class Transaction {

    /// How the attempt ended.
    sealed interface Ending {

        record Committed(Duration commitTook) implements Ending {}

        record Failed(Verdict verdict, Throwable cause) implements Ending {}
    }

    private final Producer<byte[], byte[]> producer;
    private final long deadline;

    Transaction(Producer<byte[], byte[]> producer, Duration timeout) {
        this.producer = producer;
        this.deadline = System.nanoTime() + timeout.toNanos();
    }

    Ending run(List<Submission> group) {
        try {
            var failure = write(group);
            if (failure != null) {
                return new Ending.Failed(FailureRules.whileWriting(failure), failure);
            }
        } catch (RuntimeException e) {
            return new Ending.Failed(FailureRules.whileWriting(e), e);
        }
        return commit();
    }

    private @Nullable Exception write(List<Submission> group) {
        var firstFailure = new AtomicReference<@Nullable Exception>();
        producer.beginTransaction();
        for (var submission : group) {
            for (var record : submission.records()) {
                var _ =
                        producer.send(
                                record,
                                (_, failure) -> {
                                    if (failure != null) {
                                        firstFailure.compareAndSet(null, failure);
                                    }
                                });
                if (firstFailure.get() != null) {
                    return firstFailure.get();
                }
            }
        }
        producer.flush();
        return firstFailure.get();
    }

    /// Asks again after a timeout, until the coordinator would have aborted the transaction anyway.
    private Ending commit() {
        var startedAt = System.nanoTime();
        while (true) {
            try {
                producer.commitTransaction();
                return new Ending.Committed(Duration.ofNanos(System.nanoTime() - startedAt));
            } catch (RuntimeException e) {
                if (!FailureRules.mayCommitAgain(e) || System.nanoTime() > deadline) {
                    return new Ending.Failed(FailureRules.whileCommitting(e), e);
                }
            }
        }
    }
}
