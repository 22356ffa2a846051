package dev.kafkaorders.payments.retry;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// When events that failed are tried again.
///
/// @param delays one retry topic each, in this order, growing
/// @param concurrency consumer threads for the retry topics
/// @param precision how late a retry may be because nobody has looked at the clock
/// @param maxPollRecords how many retries are handled in one batch at most
@ConfigurationProperties("payments.retry")
public record RetrySettings(
        @DefaultValue({"1s", "10s", "60s"}) List<Duration> delays,
        @DefaultValue("1") int concurrency,
        @DefaultValue("50ms") Duration precision,
        @DefaultValue("500") int maxPollRecords) {

    public RetrySettings {
        delays = List.copyOf(delays);
        var before = Duration.ZERO;
        for (var delay : delays) {
            if (delay.compareTo(before) <= 0 || delay.toMillis() < 1) {
                throw new IllegalArgumentException(
                        "payments.retry.delays must be positive and grow, as each names a topic: "
                                + delays);
            }
            before = delay;
        }
        if (delays.isEmpty() || concurrency < 1 || maxPollRecords < 1 || !precision.isPositive()) {
            throw new IllegalArgumentException(
                    "payments.retry: there must be a delay, and concurrency, precision and"
                            + " max-poll-records must be positive");
        }
    }
}
