package dev.kafkaorders.lab.benchmark.endtoend;

import java.util.concurrent.Callable;

/// What something takes when it is warm: services that have just started have most of their code to
/// compile, and are asked for what they take until they take no more.
final class Capacity {
    private static final int MOST_TRIES = 20;
    private static final int TRIES_WITHOUT_GAIN = 3;

    /// By how much a try must be better than the best before it to be no accident.
    private static final double GAIN = 1.05;

    private Capacity() {}

    /// The best of the tries.
    ///
    /// @param once measures how much is taken, a second
    static double of(Callable<Double> once) throws Exception {
        var best = 0.0;
        var withoutGain = 0;
        for (var tries = 0; tries < MOST_TRIES && withoutGain < TRIES_WITHOUT_GAIN; tries++) {
            double perSecond = once.call();
            withoutGain = perSecond > best * GAIN ? 0 : withoutGain + 1;
            best = Math.max(best, perSecond);
        }
        return best;
    }
}
