package dev.kafkaorders.orders.status.view;

import dev.kafkaorders.orders.status.tracking.StatusStreams;
import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/// Up once the view has read what the topics held at the start, and while Kafka answers its reader.
///
/// Until then it says how far it is. How the tracking does is told too, and has no say: while its
/// stores are restored, the view answers.
@Component
final class OrderStatusHealthIndicator implements HealthIndicator {

    private static final Duration TOO_LONG = Duration.ofSeconds(15);

    private final ViewReader reader;
    private final StatusStreams streams;

    OrderStatusHealthIndicator(ViewReader reader, StatusStreams streams) {
        this.reader = reader;
        this.streams = streams;
    }

    @Override
    public Health health() {
        var silence = reader.sinceLastContact();
        var reading = reader.isCaughtUp() && silence.compareTo(TOO_LONG) < 0;
        var total = reader.progress().total();
        var remaining = reader.progress().remaining();
        return (reading ? Health.up() : Health.down())
                .withDetail("state", reader.isCaughtUp() ? "CAUGHT_UP" : "RESTORING")
                .withDetail("restored", total - remaining)
                .withDetail("remaining", remaining)
                .withDetail("secondsSinceLastContact", silence.toSeconds())
                .withDetail("tracking", streams.state())
                .withDetail("trackingRestored", streams.restored())
                .withDetail("trackingRemaining", streams.toRestore())
                .build();
    }
}
