package dev.kafkaorders.orders.publishing;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A thread with a `transactional.id`: takes what waits, writes it in one transaction, commits,
/// then answers. It ends when the waiting room is closed and empty.
///
/// What it took it answers or puts back, whatever happens.
final class Lane implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(Lane.class);

    private static final Duration IDLE = Duration.ofMillis(200);

    private final WaitingRoom waitingRoom;
    private final LaneProducer producer;
    private final PublishingSettings settings;
    private final PublishingMetrics metrics;
    private final Backoff backoff = new Backoff();

    Lane(
            WaitingRoom waitingRoom,
            LaneProducer producer,
            PublishingSettings settings,
            PublishingMetrics metrics) {
        this.waitingRoom = waitingRoom;
        this.producer = producer;
        this.settings = settings;
        this.metrics = metrics;
    }

    @Override
    public void run() {
        try {
            while (!waitingRoom.isClosedAndEmpty()) {
                if (producer.isReady()) {
                    publish(waitingRoom.takeGroup(IDLE));
                } else {
                    backoff.pause();
                    waitingRoom.sendAwayWhoWaitedTooLong();
                    producer.make();
                }
            }
        } catch (InterruptedException _) {
            log.atError().log("Lane was interrupted and ends");
        } finally {
            producer.close();
        }
    }

    private void publish(List<Submission> group) {
        if (group.isEmpty()) {
            return;
        }
        try {
            publishTogether(group);
        } catch (RuntimeException | Error e) {
            // A bug. The lane ends, which the liveness tells, but nobody is left waiting.
            log.atError().setCause(e).log("Lane fails");
            endAll(group, new Publication.OutcomeUnknown(e));
            throw e;
        } finally {
            waitingRoom.back();
        }
    }

    private void publishTogether(List<Submission> group) {
        var ending = new Transaction(producer.get(), settings.transactionTimeout()).run(group);
        metrics.ended(ending, group.size());
        switch (ending) {
            case Transaction.Ending.Committed _ -> {
                backoff.reset();
                endAll(group, new Publication.Committed());
            }
            case Transaction.Ending.Failed failed -> failed(group, failed);
        }
    }

    private void failed(List<Submission> group, Transaction.Ending.Failed failed) {
        var cause = failed.cause();
        switch (failed.verdict()) {
            case ABORT -> {
                producer.abort();
                endAll(group, new Publication.Aborted(cause));
            }
            case ABORT_AND_SEPARATE -> {
                producer.abort();
                if (group.size() == 1) {
                    endAll(group, new Publication.Aborted(cause));
                } else {
                    publishEachAlone(group);
                }
            }
            case REPLACE_AND_REDO -> {
                producer.discard(cause);
                waitingRoom.enterAgain(group);
            }
            case OUTCOME_UNKNOWN -> {
                producer.discard(cause);
                endAll(group, new Publication.OutcomeUnknown(cause));
            }
        }
    }

    /// Takes long with many, so those whose turn has not come may be given up meanwhile.
    private void publishEachAlone(List<Submission> group) {
        group.forEach(Submission::putBack);
        for (var next = 0; next < group.size(); next++) {
            if (!producer.isReady()) {
                waitingRoom.enterAgain(group.subList(next, group.size()));
                return;
            }
            var submission = group.get(next);
            if (submission.take()) {
                publishTogether(List.of(submission));
            }
        }
    }

    private void endAll(List<Submission> group, Publication how) {
        waitingRoom.expect(group.size());
        group.forEach(submission -> submission.ended(how));
    }
}
