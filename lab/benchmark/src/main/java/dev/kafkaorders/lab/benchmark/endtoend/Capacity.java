package dev.kafkaorders.lab.benchmark.endtoend;

import java.time.Duration;

/// Found out once for all loads: they are shares of the same thing.
final class Capacity {
    private double perSecond = Double.NaN;

    /// The first time is the second one that is measured: before it, the code is cold.
    double of(SuiteUnderLoad suite, Duration time) throws Exception {
        if (Double.isNaN(perSecond)) {
            suite.capacity(time);
            perSecond = suite.capacity(time);
        }
        return perSecond;
    }
}
