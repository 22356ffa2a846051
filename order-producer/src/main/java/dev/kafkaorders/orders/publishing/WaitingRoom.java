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
/// Nobody waits for ever: whoever has waited for longer than [PublishingSettings#maxWait] is sent
/// away [Publication.Aborted] the next time a lane looks in. Once the room is closed nobody enters,
/// so when it is empty then, nobody is left behind.
final class WaitingRoom {

    private final PublishingSettings settings;
    private final Deque<Submission> waiting = new ArrayDeque<>();
    private long waitingBytes;
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
        waitingBytes += submission.bytes();
        notifyAll();
        return true;
    }

    /// Back to the front, past all bounds: these were let in before.
    synchronized void enterAgain(List<Submission> submissions) {
        for (var submission : submissions.reversed()) {
            waiting.addFirst(submission);
            waitingBytes += submission.bytes();
        }
        notifyAll();
    }

    /// The next group to share a transaction; empty if nobody came for that long.
    ///
    /// Whoever was answered just now often comes back at once. Leaving a moment too early leaves
    /// him behind for a whole transaction, so there is a moment's wait, unless all are here
    /// already.
    ///
    /// @param answered how many may come back
    synchronized List<Submission> takeGroup(Duration patience, int answered)
            throws InterruptedException {
        sendAwayWhoWaitedTooLong();
        awaitWaiting(waiting.size() + answered, settings.linger());
        awaitWaiting(1, patience);
        var group = new ArrayList<Submission>();
        var records = 0;
        while (fits(waiting.peekFirst(), group.size(), records)) {
            var submission = removeFirst();
            records += submission.records().size();
            group.add(submission);
        }
        return group;
    }

    private void awaitWaiting(int atLeast, Duration patience) throws InterruptedException {
        var enough = Math.min(atLeast, settings.maxRequestsPerTransaction());
        var deadline = System.nanoTime() + patience.toNanos();
        while (waiting.size() < enough && !closed && System.nanoTime() < deadline) {
            TimeUnit.NANOSECONDS.timedWait(this, deadline - System.nanoTime());
        }
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

    private Submission removeFirst() {
        var submission = waiting.removeFirst();
        waitingBytes -= submission.bytes();
        return submission;
    }
}
