package dev.kafkaorders.lab.benchmark.endtoend;

import dev.kafkaorders.lab.benchmark.result.Spread;
import java.util.ArrayList;
import java.util.concurrent.Callable;

/// What something takes when it is warm: services that have just started have most of their code to
/// compile, and are asked for what they take until they take no more.
final class Capacity {
    private static final int MOST_TRIES = 30;

    /// On two cores the compilers need minutes, and the next gain may be half a minute away: after
    /// three tries without one, 36 orders/s were once taken for the capacity of a suite that takes
    /// hundreds.
    private static final int TRIES_WITHOUT_GAIN = 6;

    /// By how much a try must be better than the best before it to be no accident.
    private static final double GAIN = 1.05;

    private Capacity() {}

    /// The median of the tries since the last that was better: a machine has good seconds, and the
    /// best of many tries is one of those.
    ///
    /// @param once measures how much is taken, a second
    static double of(Callable<Double> once) throws Exception {
        var best = 0.0;
        var warm = new ArrayList<Double>();
        for (var tries = 0; tries < MOST_TRIES && warm.size() <= TRIES_WITHOUT_GAIN; tries++) {
            double perSecond = once.call();
            if (perSecond > best * GAIN) {
                warm.clear();
            }
            best = Math.max(best, perSecond);
            warm.add(perSecond);
        }
        return Spread.of(warm).median();
    }
}
