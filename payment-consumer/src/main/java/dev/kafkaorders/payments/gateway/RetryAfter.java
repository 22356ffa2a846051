package dev.kafkaorders.payments.gateway;

import java.time.Clock;
import java.time.Duration;
import org.springframework.http.HttpHeaders;

/// Reads `Retry-After` (RFC 9110 section 10.2.3), which is a number of seconds or a date.
record RetryAfter(Clock clock) {

    /// Zero when the header is missing, in the past, or can't be read.
    Duration in(HttpHeaders headers) {
        var text = headers.getFirst(HttpHeaders.RETRY_AFTER);
        if (text == null) {
            return Duration.ZERO;
        }
        var wait =
                text.strip().matches("\\d{1,9}")
                        ? Duration.ofSeconds(Long.parseLong(text.strip()))
                        : untilDate(headers);
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    private Duration untilDate(HttpHeaders headers) {
        try {
            var date = headers.getFirstZonedDateTime(HttpHeaders.RETRY_AFTER);
            return date == null ? Duration.ZERO : Duration.between(clock.instant(), date);
        } catch (IllegalArgumentException _) {
            return Duration.ZERO;
        }
    }
}
