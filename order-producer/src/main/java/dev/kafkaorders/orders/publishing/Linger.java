package dev.kafkaorders.orders.publishing;

import java.time.Duration;

/// Whether a transaction that could begin waits for those who have just been answered.
///
/// Callers that ask again as soon as they are answered (a closed loop) come back within
/// milliseconds: a transaction that doesn't wait for them leaves them behind for as long as it
/// takes. Callers that come on their own account (an open loop) are not sooner for being waited
/// for, and those who are here already are later. Which of them there are shows in how fast they
/// come: if hardly faster after the answers than during the transaction, waiting is given up, but
/// for one time in [#TRIES], which finds out whether that is still so.
///
/// Not thread-safe. Times are those of [System#nanoTime()].
final class Linger {

    private static final int TRIES = 16;
    private static final double FASTER = 2;

    private final long limit;
    private final Pace meanwhile = new Pace();
    private final Pace afterwards = new Pace();
    private long leftAt;
    private int leftBehind;
    private long answeredAt;
    private int hereAtTheAnswer;
    private int expected;
    private long until;
    private boolean waits;
    private int inVain;

    /// @param now until when nobody is waited for
    Linger(Duration limit, long now) {
        this.limit = limit.toNanos();
        leftAt = now;
        answeredAt = now;
        until = now;
    }

    /// Some are about to be answered. To be told before they are: whoever is back by then would be
    /// expected twice.
    ///
    /// @param here how many wait already
    void answers(int answered, int here, long now) {
        meanwhile.came(here - leftBehind, now - leftAt);
        answeredAt = now;
        hereAtTheAnswer = here;
        expected = here + answered;
        waits = isWorthIt();
        until = waits ? now + limit : now;
    }

    /// Whether those who are here need not wait for others.
    boolean isOver(int here, long now) {
        return here >= expected || now >= until;
    }

    /// When it is over, whoever comes.
    long until() {
        return until;
    }

    /// A transaction begins.
    ///
    /// @param here how many waited for it
    /// @param left how many of them wait for another one
    void leaves(int here, int left, long now) {
        if (waits) {
            // Whoever comes once it is over was not waited for.
            afterwards.came(here - hereAtTheAnswer, Math.min(now - answeredAt, limit));
            waits = false;
        }
        leftAt = now;
        leftBehind = left;
    }

    private boolean isWorthIt() {
        if (afterwards.isFasterThan(meanwhile)) {
            inVain = 0;
            return true;
        }
        inVain = (inVain + 1) % TRIES;
        return inVain == 0;
    }

    /// How many come in a time, the last few times more than those before.
    private static final class Pace {
        private static final double FORGETTING = 0.8;

        private double callers;
        private double nanos;

        void came(int more, long time) {
            callers = callers * FORGETTING + Math.max(more, 0);
            nanos = nanos * FORGETTING + Math.max(time, 1);
        }

        /// So is who was never looked at.
        boolean isFasterThan(Pace other) {
            return callers * other.nanos >= FASTER * other.callers * nanos;
        }
    }
}
