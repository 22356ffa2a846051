package dev.kafkaorders.replayer.control;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Which groups can be asked to stop, and for how long.
///
/// @param groups those whose services read `consumer-control`
/// @param deadline when a stop ends by itself, should the replayer die meanwhile
/// @param patience how long to wait for a group to be empty; below the deadline, above the time
///   that its services need for the batches in work
@ConfigurationProperties("replayer.control")
record ControlSettings(
        @DefaultValue("payment-consumer") Set<String> groups,
        @DefaultValue("60s") Duration deadline,
        @DefaultValue("30s") Duration patience) {

    ControlSettings {
        groups = Set.copyOf(groups);
        if (!patience.isPositive() || patience.compareTo(deadline) >= 0) {
            throw new IllegalArgumentException(
                    "replayer.control: patience must be positive and below the deadline");
        }
    }
}
