package dev.kafkaorders.replayer.deadletter;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How much one request may read.
///
/// @param maxScanned a page ends when so many dead letters were looked at
/// @param maxDuration or when it took so long
/// @param window how many are read at once, backwards, per partition, at first; more when none
///   match
@ConfigurationProperties("replayer.browse")
public record BrowseSettings(
        @DefaultValue("50000") int maxScanned,
        @DefaultValue("2s") Duration maxDuration,
        @DefaultValue("200") int window) {

    public BrowseSettings {
        if (maxScanned < 1 || window < 1 || !maxDuration.isPositive()) {
            throw new IllegalArgumentException(
                    "replayer.browse.max-scanned, .max-duration and .window must be positive");
        }
    }
}
