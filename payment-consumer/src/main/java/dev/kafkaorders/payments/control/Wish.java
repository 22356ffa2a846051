package dev.kafkaorders.payments.control;

import dev.kafkaorders.events.ConsumerControl;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// What operators want of this group, as far as this instance has read. The gauge
/// `payments.control.stopped` is 1 while it is to be stopped.
@Component
public class Wish {

    private final ControlSettings settings;
    private final Clock clock;
    private volatile Optional<Stop> latest = Optional.empty();

    Wish(ControlSettings settings, Clock clock, MeterRegistry meters) {
        this.settings = settings;
        this.clock = clock;
        meters.gauge("payments.control.stopped", this, wish -> wish.stop().isPresent() ? 1 : 0);
    }

    void read(ConsumerControl control) {
        var now = clock.instant();
        latest =
                control.stoppedUntil(now).map(until -> new Stop(control.by(), limited(until, now)));
    }

    private Instant limited(Instant until, Instant now) {
        var longest = now.plus(settings.longestStop());
        return until.isBefore(longest) ? until : longest;
    }

    /// The stop that is in force now.
    public Optional<Stop> stop() {
        return latest.filter(stop -> clock.instant().isBefore(stop.until()));
    }

    /// A stop of the whole group.
    ///
    /// @param by who wants it
    /// @param until when it ends by itself
    public record Stop(String by, Instant until) {

        /// For a person.
        public String text() {
            return "by " + by + " until " + until;
        }
    }
}
