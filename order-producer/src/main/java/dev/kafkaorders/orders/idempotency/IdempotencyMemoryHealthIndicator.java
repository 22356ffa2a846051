package dev.kafkaorders.orders.idempotency;

import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/// Up once the memory has read what the log held at the start, and while Kafka answers its reader.
@Component
final class IdempotencyMemoryHealthIndicator implements HealthIndicator {

    private static final Duration TOO_LONG = Duration.ofSeconds(15);

    private final MemoryReader reader;
    private final Memory memory;

    IdempotencyMemoryHealthIndicator(MemoryReader reader, Memory memory) {
        this.reader = reader;
        this.memory = memory;
    }

    @Override
    public Health health() {
        var silence = reader.sinceLastContact();
        var reading = reader.isCaughtUp() && silence.compareTo(TOO_LONG) < 0;
        return (reading ? Health.up() : Health.down())
                .withDetail("caughtUp", reader.isCaughtUp())
                .withDetail("secondsSinceLastContact", silence.toSeconds())
                .withDetail("keys", memory.size())
                .build();
    }
}
