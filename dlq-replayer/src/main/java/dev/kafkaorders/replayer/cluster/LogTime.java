package dev.kafkaorders.replayer.cluster;

import java.time.Duration;
import java.time.Instant;

/// A time that Kafka can look for in a log: milliseconds since 1970. Negative ones mean something
/// else to it, such as the log's end, and what doesn't fit it can't be told.
public final class LogTime {

    private static final Instant LAST = Instant.ofEpochMilli(Long.MAX_VALUE);

    private LogTime() {}

    /// The same time.
    ///
    /// @throws IllegalArgumentException when Kafka can't look for it; to be read after its name
    public static Instant checked(Instant time) {
        if (time.isBefore(Instant.EPOCH) || time.isAfter(LAST)) {
            throw new IllegalArgumentException(
                    "must be a time between 1970 and the year 292278994");
        }
        return time;
    }

    /// The same duration.
    ///
    /// @param now that the duration is counted from
    /// @throws IllegalArgumentException when Kafka can't look for what was then; to be read after
    ///   its name
    public static Duration checkedAgo(Duration ago, Instant now) {
        if (ago.isNegative() || ago.compareTo(Duration.between(Instant.EPOCH, now)) > 0) {
            throw new IllegalArgumentException("must be a duration from PT0S on, back to 1970");
        }
        return ago;
    }
}
