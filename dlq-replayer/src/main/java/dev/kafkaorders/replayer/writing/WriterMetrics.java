package dev.kafkaorders.replayer.writing;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// How long transactions take, and how often a producer was lost.
@Component
class WriterMetrics {

    private final Timer transactions;
    private final Counter losses;

    WriterMetrics(MeterRegistry registry) {
        transactions =
                Timer.builder("replayer.writer.transactions")
                        .description("Committed transactions, from their beginning to their commit")
                        .register(registry);
        losses =
                Counter.builder("replayer.writer.losses")
                        .description("Producers that were given up because they could not go on")
                        .register(registry);
    }

    void committed(Duration took) {
        transactions.record(took);
    }

    void producerLost() {
        losses.increment();
    }
}
