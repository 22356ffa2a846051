package dev.kafkaorders.orders.idempotency;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/// Up once the memory has read what the log held at the start, and while Kafka answers its reader.
@Component
final class IdempotencyMemoryHealthIndicator implements HealthIndicator {

    private final MemoryReader reader;
    private final Memory memory;

    IdempotencyMemoryHealthIndicator(MemoryReader reader, Memory memory) {
        this.reader = reader;
        this.memory = memory;
    }

    @Override
    public Health health() {
        return (reader.isFollowing() ? Health.up() : Health.down())
                .withDetail("caughtUp", reader.isCaughtUp())
                .withDetail("secondsSinceLastContact", reader.sinceLastContact().toSeconds())
                .withDetail("keys", memory.size())
                .build();
    }
}
