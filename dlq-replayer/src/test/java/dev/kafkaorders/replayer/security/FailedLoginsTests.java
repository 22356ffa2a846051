package dev.kafkaorders.replayer.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkaorders.replayer.security.FailedLogins.Who;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class FailedLoginsTests {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Who SOMEBODY = new Who("10.0.0.1", "operator");

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final InstantSource time = now::get;
    private final Clock clock = time.withZone(ZoneOffset.UTC);
    private final FailedLogins failures =
            new FailedLogins(new SecuritySettings("roles", 2, MINUTE), clock);

    @Test
    void whoFailsTooOftenWaitsUntilTheWindowIsOver() {
        failures.failed(SOMEBODY);
        assertThat(failures.wait(SOMEBODY)).isEmpty();
        now.set(Instant.EPOCH.plusSeconds(20));
        failures.failed(SOMEBODY);
        assertThat(failures.wait(SOMEBODY)).hasValue(Duration.ofSeconds(40));
        now.set(Instant.EPOCH.plus(MINUTE));
        assertThat(failures.wait(SOMEBODY)).isEmpty();
    }

    @Test
    void whoLogsInBeginsAnew() {
        failures.failed(SOMEBODY);
        failures.succeeded(SOMEBODY);
        failures.failed(SOMEBODY);
        assertThat(failures.wait(SOMEBODY)).isEmpty();
    }

    @Test
    void othersDoNotWait() {
        failures.failed(SOMEBODY);
        failures.failed(SOMEBODY);
        assertThat(failures.wait(new Who("10.0.0.2", "operator"))).isEmpty();
        assertThat(failures.wait(new Who("10.0.0.1", "viewer"))).isEmpty();
    }

    @Test
    void itsMemoryIsBounded() {
        for (var i = 0; i < 20_000; i++) {
            failures.failed(new Who("10.0.0." + i, "operator"));
        }
        assertThat(failures.remembered()).isEqualTo(10_000);
    }
}
