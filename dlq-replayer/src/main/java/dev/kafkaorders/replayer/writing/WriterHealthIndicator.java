package dev.kafkaorders.replayer.writing;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/// Part of readiness: whether this instance can act, and why not. Starting heals by itself; being
/// taken over doesn't.
@Component
class WriterHealthIndicator implements HealthIndicator {

    private final Writer writer;

    WriterHealthIndicator(Writer writer) {
        this.writer = writer;
    }

    @Override
    public Health health() {
        return switch (writer.standing()) {
            case Standing.Writing _ -> Health.up().build();
            case Standing.Starting(var obstacle) ->
                    Health.down()
                            .withDetail("reason", "starting")
                            .withDetail("obstacle", obstacle == null ? "none" : obstacle)
                            .build();
            case Standing.TakenOver(var instance, var at) ->
                    Health.down()
                            .withDetail("reason", "another instance has taken over")
                            .withDetail("instance", instance)
                            .withDetail("at", at)
                            .build();
            case Standing.Stopped _ -> Health.down().withDetail("reason", "stopped").build();
        };
    }
}
