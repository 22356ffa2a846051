package dev.kafkaorders.replayer.writing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class ActsTests {

    private static final Standing STARTING = new Standing.Starting(null);
    private static final Consumer<Transaction> UNANSWERED =
            _ -> {
                throw NotCommittedException.unanswered(new TimeoutException("no answer"));
            };
    private static final Consumer<Transaction> UNSENT =
            _ -> {
                throw NotCommittedException.beforeCommit(new TimeoutException("not sent"));
            };

    private final Acts acts = new Acts(Duration.ofMillis(50));
    private final AtomicInteger decided = new AtomicInteger();

    @Test
    void whatMayBeCommittedIsNotRefusedAsNotWritten() throws InterruptedException {
        var submission = submitted(UNANSWERED);
        acts.refuseAll(new Standing.Stopped());
        assertThatThrownBy(() -> acts.await(submission, () -> STARTING))
                .isInstanceOf(OutcomeUnknownException.class);
    }

    @Test
    void norWhenWhoAskedHasWaitedLongEnough() throws InterruptedException {
        var submission = submitted(UNANSWERED);
        assertThatThrownBy(() -> acts.await(submission, () -> STARTING))
                .isInstanceOf(OutcomeUnknownException.class);
    }

    @Test
    void whatWasNeverToBeCommittedIsRefusedAsNotWritten() throws InterruptedException {
        var submission = submitted(UNSENT);
        acts.refuseAll(STARTING);
        assertThatThrownBy(() -> acts.await(submission, () -> STARTING))
                .isInstanceOf(CannotWriteException.class);
    }

    @Test
    void whatMayBeCommittedIsTheNextToBeDecidedAgain() throws InterruptedException {
        var submission = submitted(UNANSWERED);
        acts.perform(next(), _ -> {}, STARTING);
        assertThat(acts.await(submission, () -> STARTING)).isEqualTo(2);
    }

    @Test
    void nothingIsDoneForWhomItWasRefused() throws InterruptedException {
        var submission = acts.add(this::decide);
        submission.refuse(new CannotWriteException(STARTING));
        acts.perform(next(), UNANSWERED, STARTING);
        assertThat(decided).hasValue(0);
    }

    private Submission<Integer> submitted(Consumer<Transaction> committer)
            throws InterruptedException {
        var submission = acts.add(this::decide);
        var next = next();
        assertThatThrownBy(() -> acts.perform(next, committer, STARTING))
                .isInstanceOf(NotCommittedException.class);
        return submission;
    }

    private Submission<?> next() throws InterruptedException {
        return Objects.requireNonNull(acts.next(Duration.ZERO));
    }

    private int decide(Transaction transaction) {
        transaction.write(new ProducerRecord<>("topic", "value".getBytes(UTF_8)));
        return decided.incrementAndGet();
    }
}
