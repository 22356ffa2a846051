package dev.kafkaorders.replayer.replay;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/// How many replays there are in each state, how many dead letters they have brought back, and how
/// fast those go that run.
@Component
class ReplayMetrics {

    private final Counter replayed;

    ReplayMetrics(MeterRegistry registry, Replays replays, Runs runs) {
        replayed =
                Counter.builder("replayer.replayed.records")
                        .description("Dead letters that were written back to a topic")
                        .register(registry);
        Gauge.builder("replayer.replays.rate", runs, Runs::perSecond)
                .description("Dead letters that running replays write per second, lately")
                .register(registry);
        for (var state : ReplayState.values()) {
            Gauge.builder("replayer.replays", replays, all -> all.in(state).size())
                    .tag("state", state.text())
                    .description("Replays by how it stands with them")
                    .register(registry);
        }
    }

    void replayed(long records) {
        replayed.increment((double) records);
    }
}
