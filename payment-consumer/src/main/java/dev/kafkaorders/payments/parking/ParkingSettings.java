package dev.kafkaorders.payments.parking;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How much may wait.
///
/// @param maxEvents how many events may be parked, over all instances; a partition whose next
///   record would be one more waits in front of it
@ConfigurationProperties("payments.parking")
public record ParkingSettings(@DefaultValue("10000") int maxEvents) {

    public ParkingSettings {
        if (maxEvents < 1) {
            throw new IllegalArgumentException("payments.parking.max-events must be positive");
        }
    }
}
