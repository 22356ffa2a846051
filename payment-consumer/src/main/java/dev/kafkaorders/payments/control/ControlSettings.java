package dev.kafkaorders.payments.control;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How operators' wishes are followed.
///
/// @param interval how often it is looked whether the consumers are as they should be
/// @param longestStop no stop is longer, whatever it says
@ConfigurationProperties("payments.control")
record ControlSettings(
        @DefaultValue("200ms") Duration interval, @DefaultValue("10m") Duration longestStop) {

    ControlSettings {
        if (!interval.isPositive() || !longestStop.isPositive()) {
            throw new IllegalArgumentException(
                    "payments.control: interval and longest-stop must be positive");
        }
    }
}
