package dev.kafkaorders.orders.publishing;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Where requests wait for a transaction: first come, first served, bounded by number and by size.
///
/// It decides when a lane leaves with them. A transaction costs much the same with one request as
/// with hundreds, so a second one beside the first is only worth its price when there are enough
/// for both, or when the first is slow. And it is another lane that leaves next, the one that has
/// rested longest: the first write of a transaction waits until the brokers have written the
/// markers of the one before, which only concerns its own `transactional.id`.
///
/// Nobody waits for ever: whoever has waited for longer than [PublishingSettings#maxWait] is sent
/// away [Publication.Aborted] the next time a lane looks in. Once the room is closed nobody enters,
/// so when it is empty then, nobody is left behind.
final class WaitingRoom {

    private final PublishingSettings settings;
    private final Deque<Submission> waiting = new ArrayDeque<>();
    private final Deque<Thread> resting = new ArrayDeque<>();
    private long waitingBytes;
    private int waitingRecords;
    private int lanesOut;
    private int expected;
    private long expectedUntil = System.nanoTime();
    private boolean closed;

    WaitingRoom(PublishingSettings settings) {
        this.settings = settings;
    }

    /// Whether there was room. In an empty room there is room for anything.
    synchronized boolean enter(Submission submission) {
        if (closed || isFull(submission.bytes())) {
            return false;
        }
        waiting.addLast(submission);
        added(submission);
        // To wake the lanes for each of hundreds would only take processors from them.
        if (waiting.size() == 1 || isGroupDue()) {
            notifyAll();
        }
        return true;
    }

    /// Back to the front, past all bounds: these were let in before.
    synchronized void enterAgain(List<Submission> submissions) {
        for (var submission : submissions.reversed()) {
            submission.putBack();
            waiting.addFirst(submission);
            added(submission);
        }
        notifyAll();
    }

    /// The next group to share a transaction; empty if none was due for that long, or all of it was
    /// given up. The lane is out with a group until it says that it is [#back].
    synchronized List<Submission> takeGroup(Duration patience) throws InterruptedException {
        sendAwayWhoWaitedTooLong();
        var lane = Thread.currentThread();
        resting.addLast(lane);
        try {
            return awaitTurn(lane, patience) ? group() : List.of();
        } finally {
            resting.remove(lane);
            notifyAll();
        }
    }

    private List<Submission> group() {
        var group = new ArrayList<Submission>();
        var records = 0;
        while (fits(waiting.peekFirst(), group.size(), records)) {
            var submission = removeFirst();
            if (submission.take()) {
                records += submission.records().size();
                group.add(submission);
            }
        }
        if (!group.isEmpty()) {
            lanesOut++;
        }
        return group;
    }

    /// Some are about to be answered. They often come back at once; leaving a moment too early
    /// leaves them behind for a whole transaction, so there is a moment's wait, unless all are here
    /// already. To be told before they are answered: whoever is back by then would be expected
    /// twice.
    synchronized void expect(int answered) {
        expected = waiting.size() + answered;
        expectedUntil = System.nanoTime() + settings.linger().toNanos();
    }

    /// A lane has returned.
    synchronized void back() {
        lanesOut--;
        notifyAll();
    }

    /// Whether there is a group, and it is for this lane.
    private boolean awaitTurn(Thread lane, Duration patience) throws InterruptedException {
        var deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            var isNext = lane == resting.getFirst();
            if (isNext && isGroupDue()) {
                return true;
            }
            var now = System.nanoTime();
            if (closed || now >= deadline) {
                return false;
            }
            var pause = isNext ? untilNextDue(now) : Long.MAX_VALUE;
            TimeUnit.NANOSECONDS.timedWait(this, Math.min(deadline - now, pause));
        }
    }

    private boolean isGroupDue() {
        if (waiting.isEmpty()) {
            return false;
        }
        if (closed || isGroupFull()) {
            return true;
        }
        return lanesOut == 0
                ? waiting.size() >= expected || System.nanoTime() >= expectedUntil
                : waiting.getFirst().isOlderThan(settings.joinAfter());
    }

    private boolean isGroupFull() {
        return waiting.size() >= settings.maxRequestsPerTransaction()
                || waitingRecords >= settings.maxRecordsPerTransaction();
    }

    /// In how many nanoseconds a group that is not due now is due without anything happening.
    private long untilNextDue(long now) {
        if (waiting.isEmpty()) {
            return Long.MAX_VALUE;
        }
        var due =
                lanesOut == 0
                        ? expectedUntil
                        : waiting.getFirst().submittedAt() + settings.joinAfter().toNanos();
        return Math.max(due - now, 1);
    }

    synchronized void sendAwayWhoWaitedTooLong() {
        while (!waiting.isEmpty() && waiting.getFirst().isOlderThan(settings.maxWait())) {
            var cause = new TimeoutException("no transaction within " + settings.maxWait());
            removeFirst().ended(new Publication.Aborted(cause));
        }
    }

    synchronized boolean isFull() {
        return isFull(0);
    }

    synchronized int size() {
        return waiting.size();
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }

    synchronized boolean isClosedAndEmpty() {
        return closed && waiting.isEmpty();
    }

    private boolean isFull(long moreBytes) {
        return waiting.size() >= settings.maxWaitingRequests()
                || (!waiting.isEmpty()
                        && waitingBytes + moreBytes > settings.maxWaitingSize().toBytes());
    }

    private boolean fits(@Nullable Submission next, int requests, int records) {
        if (next == null || requests == 0) {
            return next != null;
        }
        return requests < settings.maxRequestsPerTransaction()
                && records + next.records().size() <= settings.maxRecordsPerTransaction();
    }

    private void added(Submission submission) {
        waitingBytes += submission.bytes();
        waitingRecords += submission.records().size();
    }

    private Submission removeFirst() {
        var submission = waiting.removeFirst();
        waitingBytes -= submission.bytes();
        waitingRecords -= submission.records().size();
        return submission;
    }
}
