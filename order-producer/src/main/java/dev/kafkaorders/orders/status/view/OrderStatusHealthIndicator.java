package dev.kafkaorders.orders.status.view;

import dev.kafkaorders.orders.status.tracking.StatusStreams;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/// Up once the view has read what the topics held at the start, and while Kafka answers its reader.
///
/// Until then it says how far it is. How the tracking does is told too, and has no say: while its
/// stores are restored, the view answers.
@Component
final class OrderStatusHealthIndicator implements HealthIndicator {

    private final ViewReader reader;
    private final StatusStreams streams;

    OrderStatusHealthIndicator(ViewReader reader, StatusStreams streams) {
        this.reader = reader;
        this.streams = streams;
    }

    @Override
    public Health health() {
        var total = reader.progress().total();
        var remaining = reader.progress().remaining();
        return (reader.isFollowing() ? Health.up() : Health.down())
                .withDetail("state", reader.isCaughtUp() ? "CAUGHT_UP" : "RESTORING")
                .withDetail("restored", total - remaining)
                .withDetail("remaining", remaining)
                .withDetail("secondsSinceLastContact", reader.sinceLastContact().toSeconds())
                .withDetail("tracking", streams.state())
                .withDetail("trackingRestored", streams.restored())
                .withDetail("trackingRemaining", streams.toRestore())
                .build();
    }
}
