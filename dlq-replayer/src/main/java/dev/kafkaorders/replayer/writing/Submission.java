package dev.kafkaorders.replayer.writing;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// An act that waits for its turn.
final class Submission<T> {

    private final Act<T> act;
    private final CompletableFuture<T> answer = new CompletableFuture<>();
    private final long submittedAt = System.nanoTime();
    private boolean mayBeCommitted;

    Submission(Act<T> act) {
        this.act = act;
    }

    CompletableFuture<T> answer() {
        return answer;
    }

    /// Has it decided and committed. A bug is the operator's to see, and nobody else's.
    ///
    /// Nothing is done for somebody who was told that it wasn't.
    void perform(Consumer<Transaction> committer) {
        if (answer.isDone()) {
            return;
        }
        var transaction = new Transaction();
        T result;
        try {
            result = act.decide(transaction);
        } catch (RuntimeException e) {
            answer.completeExceptionally(e);
            return;
        }
        if (!transaction.isEmpty()) {
            commit(transaction, committer);
        }
        answer.complete(result);
    }

    private void commit(Transaction transaction, Consumer<Transaction> committer) {
        if (!begin()) {
            return;
        }
        try {
            committer.accept(transaction);
        } catch (NotCommittedException e) {
            if (!e.mayBeCommitted()) {
                isNotCommitted();
            }
            throw e;
        }
    }

    /// False for somebody who was answered meanwhile.
    private synchronized boolean begin() {
        mayBeCommitted = !answer.isDone();
        return mayBeCommitted;
    }

    private synchronized void isNotCommitted() {
        mayBeCommitted = false;
    }

    /// Says that it was not written, if that is known.
    synchronized void refuse(CannotWriteException why) {
        answer.completeExceptionally(mayBeCommitted ? new OutcomeUnknownException(why) : why);
    }

    boolean isOlderThan(Duration age) {
        return System.nanoTime() - submittedAt > age.toNanos();
    }
}
