package dev.kafkaorders.events;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whether a consumer group is wanted to run. The latest one of a group counts, for all of its
/// instances.
///
/// @param until when a stop ends by itself, even if nobody takes it back; null if it is no stop
/// @param by who wants it
/// @param at when it was written, by the writer's clock
public record ConsumerControl(Wanted wanted, @Nullable Instant until, String by, Instant at) {

    public ConsumerControl {
        if (wanted == null || by == null || at == null) {
            throw new IllegalArgumentException("wanted, by and at are needed");
        }
        if (wanted == Wanted.STOPPED && (until == null || until.isBefore(at))) {
            throw new IllegalArgumentException("a stop needs an end, after its beginning");
        }
    }

    /// What is wanted of a group.
    public enum Wanted {
        RUNNING,
        STOPPED
    }

    /// A stop that ends by itself.
    public static ConsumerControl stop(String by, Instant now, Duration length) {
        return new ConsumerControl(Wanted.STOPPED, now.plus(length), by, now);
    }

    /// No stop, or no longer.
    public static ConsumerControl run(String by, Instant now) {
        return new ConsumerControl(Wanted.RUNNING, null, by, now);
    }

    /// Until when whoever reads this now stays stopped; empty if it doesn't.
    ///
    /// Clocks differ. By one that is ahead the stop ends early, which whoever wanted it finds out;
    /// by one that is behind it would end late, so no stop is longer from its reading than it was
    /// meant to be from its writing.
    public Optional<Instant> stoppedUntil(Instant read) {
        if (wanted != Wanted.STOPPED || until == null) {
            return Optional.empty();
        }
        return Optional.of(read.isBefore(at) ? until.minus(Duration.between(read, at)) : until);
    }
}
