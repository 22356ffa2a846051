package dev.kafkaorders.lab.benchmark.replaying;

import dev.kafkaorders.lab.benchmark.frame.Arm;
import dev.kafkaorders.lab.benchmark.frame.Measured;
import dev.kafkaorders.lab.benchmark.frame.Metric;
import dev.kafkaorders.lab.benchmark.frame.Round;
import dev.kafkaorders.lab.benchmark.workload.Lookout;
import java.time.Duration;

/// A round of a replay: into an empty topic, watched there until all letters are back or the time
/// is over.
final class ReplayArm implements Arm {
    static final Metric BACK = new Metric("back", "letters", Metric.Better.MORE);

    private static final Duration START = Duration.ofSeconds(60);

    private final String name;
    private final String guarantee;
    private final ReplayTopics topics;
    private final Replay replay;

    ReplayArm(String name, String guarantee, ReplayTopics topics, Replay replay) {
        this.name = name;
        this.guarantee = guarantee;
        this.topics = topics;
        this.replay = replay;
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
    public Measured measure(Round round) {
        topics.renew();
        try (var end = topics.end()) {
            replay.begin();
            Lookout.atMost(START, () -> end.offsets() > 0);
            end.awaitAll(round.time(), round.records());
        } finally {
            replay.end();
        }
        var completions = topics.completions();
        return Measured.of(Metric.RATE, completions.rate())
                .with(BACK, (double) completions.total());
    }

    @Override
    public void close() {
        topics.leave();
    }
}
