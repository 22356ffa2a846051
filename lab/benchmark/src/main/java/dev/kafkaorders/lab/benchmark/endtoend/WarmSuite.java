package dev.kafkaorders.lab.benchmark.endtoend;

import static java.util.Objects.requireNonNull;

import dev.kafkaorders.lab.benchmark.frame.Round;
import dev.kafkaorders.lab.benchmark.stack.BenchmarkStack;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The suite once it is warm, and what it takes then: the same for all loads that are shares of it.
final class WarmSuite implements AutoCloseable {
    private final BenchmarkStack stack;
    private @Nullable SuiteUnderLoad suite;
    private double capacity;

    WarmSuite(BenchmarkStack stack) {
        this.stack = stack;
    }

    /// Returns when it takes no more than just before.
    void start(Round round) throws Exception {
        new OldOrders(stack).delete();
        var started = SuiteUnderLoad.start(stack);
        suite = started;
        capacity = Capacity.of(() -> started.capacity(round.time()));
    }

    /// Orders a second.
    double capacity() {
        return capacity;
    }

    /// Returns when all are paid that came.
    Journeys load(double perSecond, Duration time) {
        return requireNonNull(suite).load(perSecond, time);
    }

    @Override
    public void close() {
        if (suite != null) {
            suite.close();
        }
    }
}
