package dev.kafkaorders.replayer.deadletter;

import dev.kafkaorders.replayer.ledger.State;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/// How many dead letters there are, by what has become of them.
@Component
class DeadLetterMetrics {

    DeadLetterMetrics(MeterRegistry registry, DeadLetterIndex index) {
        for (var state : State.values()) {
            Gauge.builder(
                            "replayer.dead.letters",
                            index,
                            counted -> counted.summary().states().getOrDefault(state, 0L))
                    .tag("state", state.text())
                    .description("Dead letters in the topic, by what has become of them")
                    .register(registry);
        }
    }
}
