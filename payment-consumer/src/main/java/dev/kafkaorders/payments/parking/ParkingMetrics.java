package dev.kafkaorders.payments.parking;

import dev.kafkaorders.payments.parking.ParkedEvents.Census;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// How much waits, over all instances: `payments.parked.events`, `payments.parked.orders` and
/// `payments.parked.oldest.age`. Counted every few seconds, not at each scrape; what was counted
/// last stays while the database is away.
@Component
class ParkingMetrics {

    private static final Logger log = LoggerFactory.getLogger(ParkingMetrics.class);

    private final ParkedEvents parked;
    private final Clock clock;
    private volatile Census latest = new Census(0, 0, Optional.empty());

    ParkingMetrics(ParkedEvents parked, Clock clock, MeterRegistry meters) {
        this.parked = parked;
        this.clock = clock;
        meters.gauge("payments.parked.events", this, metrics -> metrics.latest.events());
        meters.gauge("payments.parked.orders", this, metrics -> metrics.latest.orders());
        TimeGauge.builder(
                        "payments.parked.oldest.age",
                        this,
                        TimeUnit.MILLISECONDS,
                        ParkingMetrics::oldestAgeMillis)
                .register(meters);
    }

    @Scheduled(fixedDelayString = "${payments.parking.count-interval:5s}")
    void count() {
        try {
            latest = parked.census();
        } catch (DataAccessException e) {
            log.atDebug().setCause(e).log("What is parked could not be counted");
        }
    }

    private double oldestAgeMillis() {
        return latest.oldest()
                .map(since -> (double) Duration.between(since, clock.instant()).toMillis())
                .orElse(0.0);
    }
}
