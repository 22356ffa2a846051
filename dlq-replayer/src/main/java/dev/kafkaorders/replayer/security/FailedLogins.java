package dev.kafkaorders.replayer.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Counts failed log-ins, for as many who try as fit into a bounded memory; beyond that it forgets
/// those who have not failed for the longest time.
final class FailedLogins {

    private static final int MOST_REMEMBERED = 10_000;

    private final SecuritySettings settings;
    private final Clock clock;
    private final Map<Who, Failures> failures =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Who, Failures> eldest) {
                    return size() > MOST_REMEMBERED;
                }
            };

    FailedLogins(SecuritySettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /// How long they have to wait, if they have failed too often.
    synchronized Optional<Duration> wait(Who who) {
        var before = failures.get(who);
        if (before == null) {
            return Optional.empty();
        }
        var left = Duration.between(clock.instant(), before.first().plus(settings.failureWindow()));
        if (!left.isPositive()) {
            failures.remove(who);
            return Optional.empty();
        }
        return before.count() < settings.failedLogins() ? Optional.empty() : Optional.of(left);
    }

    synchronized void failed(Who who) {
        failures.merge(
                who,
                new Failures(1, clock.instant()),
                (before, _) -> new Failures(before.count() + 1, before.first()));
    }

    synchronized void succeeded(Who who) {
        failures.remove(who);
    }

    synchronized int remembered() {
        return failures.size();
    }

    /// Somebody who tries to log in.
    record Who(String address, String user) {}

    private record Failures(int count, Instant first) {}
}
