package dev.kafkaorders.lab.benchmark.endtoend;

import java.time.Duration;

/// Found out once for all loads: they are shares of the same thing.
final class Capacity {
    private static final int MOST_TRIES = 8;

    /// What a later try may be better by without the services being called cold still.
    private static final double TOLERANCE = 1.1;

    private double perSecond = Double.NaN;

    /// Tries until it gets no better: services that have just started have most of their code to
    /// compile.
    double of(SuiteUnderLoad suite, Duration time) throws Exception {
        if (Double.isNaN(perSecond)) {
            perSecond = settled(suite, time);
        }
        return perSecond;
    }

    private static double settled(SuiteUnderLoad suite, Duration time) throws Exception {
        var best = suite.capacity(time);
        for (var tries = 1; tries < MOST_TRIES; tries++) {
            var before = best;
            best = Math.max(best, suite.capacity(time));
            if (best < before * TOLERANCE) {
                break;
            }
        }
        return best;
    }
}
