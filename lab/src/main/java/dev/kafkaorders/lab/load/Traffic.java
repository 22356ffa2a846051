package dev.kafkaorders.lab.load;

import dev.kafkaorders.lab.ledger.Answer;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/// What has been answered so far, for who watches.
public final class Traffic {
    private final LongAdder accepted = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder unknown = new LongAdder();
    private final ConcurrentLinkedQueue<Instant> acceptances = new ConcurrentLinkedQueue<>();

    void answered(Answer answer, Instant at) {
        switch (answer) {
            case Answer.Accepted _ -> {
                accepted.increment();
                acceptances.add(at);
            }
            case Answer.Refused _ -> refused.increment();
            case Answer.Unknown _ -> unknown.increment();
        }
    }

    public long accepted() {
        return accepted.sum();
    }

    public long refused() {
        return refused.sum();
    }

    public long unknown() {
        return unknown.sum();
    }

    /// When requests were accepted.
    public List<Instant> acceptances() {
        return List.copyOf(acceptances);
    }
}
