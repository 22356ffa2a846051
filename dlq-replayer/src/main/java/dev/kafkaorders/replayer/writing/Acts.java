package dev.kafkaorders.replayer.writing;

import java.time.Duration;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The acts that wait for the writer, in the order in which operators asked for them. Anybody hands
/// one in; only the writer's thread performs them.
final class Acts {

    private final BlockingDeque<Submission<?>> waiting = new LinkedBlockingDeque<>();
    private final Duration maxWait;

    /// @param maxWait how long an act waits before it is refused
    Acts(Duration maxWait) {
        this.maxWait = maxWait;
    }

    <T> Submission<T> add(Act<T> act) {
        var submission = new Submission<>(act);
        waiting.addLast(submission);
        return submission;
    }

    /// Waits until it is answered.
    ///
    /// @param standing how it stands with the writer, for a refusal
    /// @throws CannotWriteException when nothing was written
    /// @throws OutcomeUnknownException when nobody can say
    <T> T await(Submission<T> submission, Supplier<Standing> standing) {
        var answer = submission.answer();
        try {
            return answer.copy().orTimeout(2 * maxWait.toMillis(), TimeUnit.MILLISECONDS).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException known) {
                throw known;
            }
            submission.refuse(new CannotWriteException(standing.get(), e));
            return answered(answer);
        }
    }

    private static <T> T answered(CompletableFuture<T> answer) {
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : e;
        }
    }

    /// The next one, if one comes in time.
    @Nullable Submission<?> next(Duration patience) throws InterruptedException {
        return waiting.pollFirst(patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    /// Has it performed. When nobody can say what became of it, it is the next one again.
    ///
    /// @throws NotCommittedException when it isn't, or when nobody can say
    void perform(Submission<?> submission, Consumer<Transaction> committer, Standing standing) {
        try {
            submission.perform(committer);
        } catch (NotCommittedException e) {
            if (e.isRefusal()) {
                submission.refuse(new CannotWriteException(standing, e));
            } else {
                waiting.addFirst(submission);
            }
            throw e;
        }
    }

    void refuseWhoWaitedTooLong(Standing standing) {
        waiting.removeIf(submission -> {
            var tooLong = submission.isOlderThan(maxWait);
            if (tooLong) {
                submission.refuse(new CannotWriteException(standing));
            }
            return tooLong;
        });
    }

    void refuseAll(Standing standing) {
        for (var next = waiting.pollFirst(); next != null; next = waiting.pollFirst()) {
            next.refuse(new CannotWriteException(standing));
        }
    }
}
