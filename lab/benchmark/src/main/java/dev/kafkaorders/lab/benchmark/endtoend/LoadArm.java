package dev.kafkaorders.lab.benchmark.endtoend;

import static java.util.Objects.requireNonNull;

import dev.kafkaorders.lab.benchmark.frame.Arm;
import dev.kafkaorders.lab.benchmark.frame.Measured;
import dev.kafkaorders.lab.benchmark.frame.Metric;
import dev.kafkaorders.lab.benchmark.frame.Round;
import dev.kafkaorders.lab.benchmark.stack.BenchmarkStack;
import org.jspecify.annotations.Nullable;

/// The suite at a share of its capacity.
final class LoadArm implements Arm {
    static final String NAME = "the suite";

    private static final Metric OFFERED = new Metric("offered", "/s", Metric.Better.MORE);
    private static final Metric CAPACITY = new Metric("capacity", "/s", Metric.Better.MORE);

    private final BenchmarkStack stack;
    private final double share;
    private @Nullable SuiteUnderLoad suite;
    private double capacity = Double.NaN;

    LoadArm(BenchmarkStack stack, double share) {
        this.stack = stack;
        this.share = share;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String guarantee() {
        return "each order accepted, charged and told of exactly once; from when its request was"
                + " due until a read_committed reader has its payment";
    }

    @Override
    public void prepare() throws Exception {
        new OldOrders(stack).delete();
        suite = SuiteUnderLoad.start(stack);
    }

    @Override
    public Measured measure(Round round) throws Exception {
        var running = requireNonNull(suite);
        if (Double.isNaN(capacity)) {
            capacity = Capacity.of(() -> running.capacity(round.time()));
        }
        var offered = capacity * share;
        var journeys = running.load(offered, round.time());
        return Measured.rate(journeys.ended(), round.time())
                .withLatencies(journeys.durations())
                .with(OFFERED, offered)
                .with(CAPACITY, capacity);
    }

    @Override
    public void close() {
        if (suite != null) {
            suite.close();
        }
    }
}
