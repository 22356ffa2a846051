package dev.kafkaorders.lab.benchmark.accepting;

import static java.util.Objects.requireNonNull;

import dev.kafkaorders.lab.benchmark.frame.Arm;
import dev.kafkaorders.lab.benchmark.frame.Measured;
import dev.kafkaorders.lab.benchmark.frame.Round;
import dev.kafkaorders.lab.benchmark.load.ClosedLoop;
import org.jspecify.annotations.Nullable;

/// So many callers at an acceptor, which stays open from round to round.
final class CallersArm implements Arm {
    private final String name;
    private final String guarantee;
    private final int callers;
    private final Acceptor.Opening opening;
    private @Nullable Acceptor acceptor;

    CallersArm(String name, String guarantee, int callers, Acceptor.Opening opening) {
        this.name = name;
        this.guarantee = guarantee;
        this.callers = callers;
        this.opening = opening;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String guarantee() {
        return guarantee;
    }

    @Override
    public void prepare() throws Exception {
        acceptor = opening.open();
    }

    @Override
    public Measured measure(Round round) throws Exception {
        return ClosedLoop.run(requireNonNull(acceptor), callers, round.time());
    }

    @Override
    public void close() {
        if (acceptor != null) {
            acceptor.close();
        }
    }
}
