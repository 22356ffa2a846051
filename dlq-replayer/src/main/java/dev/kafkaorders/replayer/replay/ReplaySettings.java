package dev.kafkaorders.replayer.replay;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How replays go.
///
/// @param maxReplays an event that has been replayed so often is not replayed again
/// @param batch how many dead letters share a transaction at most
/// @param logInterval how often a replay says in the log how far it is
/// @param maxDryRun how long a dry run may take before it answers with what it has seen
@ConfigurationProperties("replayer.replays")
public record ReplaySettings(
        @DefaultValue("3") int maxReplays,
        @DefaultValue("5000") int batch,
        @DefaultValue("5s") Duration logInterval,
        @DefaultValue("30s") Duration maxDryRun) {

    public ReplaySettings {
        if (maxReplays < 1 || batch < 1 || !logInterval.isPositive() || !maxDryRun.isPositive()) {
            throw new IllegalArgumentException(
                    "replayer.replays.max-replays, .batch, .log-interval and .max-dry-run must be"
                            + " positive");
        }
    }
}
