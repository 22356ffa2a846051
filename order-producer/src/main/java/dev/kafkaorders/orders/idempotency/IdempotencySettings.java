package dev.kafkaorders.orders.idempotency;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long and how much is remembered.
///
/// @param retention how long a key is remembered. Keep it below the retention of the topic
/// @param claimLease how long another instance's claim is taken for a request that is still being
///   worked on. Keep it above the time that publishing takes at most; if it is too short, two
///   instances write the same events, which harms nobody
/// @param maxReadBack how long a request waits until its claim was written and read back
/// @param maxKeys beyond that many the oldest are forgotten before their time, rather than running
///   out of memory
@ConfigurationProperties("orders.idempotency")
public record IdempotencySettings(
        @DefaultValue("24h") Duration retention,
        @DefaultValue("30s") Duration claimLease,
        @DefaultValue("5s") Duration maxReadBack,
        @DefaultValue("500000") int maxKeys) {

    public IdempotencySettings {
        requirePositive("retention", retention.toMillis());
        requirePositive("claim-lease", claimLease.toMillis());
        requirePositive("max-read-back", maxReadBack.toMillis());
        requirePositive("max-keys", maxKeys);
    }

    private static void requirePositive(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(
                    "orders.idempotency.%s is %d, not positive".formatted(name, value));
        }
    }
}
