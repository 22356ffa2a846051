package dev.kafkaorders.lab.benchmark.endtoend;

import dev.kafkaorders.lab.benchmark.frame.Arm;
import dev.kafkaorders.lab.benchmark.frame.Measured;
import dev.kafkaorders.lab.benchmark.frame.Metric;
import dev.kafkaorders.lab.benchmark.frame.Round;

/// The suite at a share of its capacity.
final class LoadArm implements Arm {
    private static final Metric OFFERED = new Metric("offered", "/s", Metric.Better.MORE);

    private final int percent;
    private final WarmSuite suite;

    LoadArm(int percent, WarmSuite suite) {
        this.percent = percent;
        this.suite = suite;
    }

    static String name(int percent) {
        return "at %d %% of capacity".formatted(percent);
    }

    @Override
    public String name() {
        return name(percent);
    }

    @Override
    public String guarantee() {
        return "each order accepted, charged and told of exactly once; from when its request was"
                + " due until a read_committed reader has its payment";
    }

    @Override
    public Measured measure(Round round) {
        var offered = suite.capacity() * percent / 100;
        var journeys = suite.load(offered, round.time());
        return Measured.of(Metric.RATE, journeys.perSecond())
                .withLatencies(journeys.durations())
                .with(OFFERED, offered);
    }

    @Override
    public void close() {
        suite.close();
    }
}
