package dev.kafkaorders.replayer.group;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the lag of groups is measured for `kafka.group.lag`.
///
/// @param interval between two measurements
@ConfigurationProperties("replayer.lag")
public record LagSettings(@DefaultValue("5s") Duration interval) {

    public LagSettings {
        if (!interval.isPositive()) {
            throw new IllegalArgumentException("replayer.lag.interval must be positive");
        }
    }
}
