package dev.kafkaorders.payments.inbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long the inbox remembers.
///
/// @param retention how long an event is known; an event that comes again later would be taken for
///   new, so it must outlive what the topics keep and what may be replayed
/// @param pruneInterval how often the inbox is pruned
/// @param pruneBatch how many entries one transaction removes at most
@ConfigurationProperties("payments.inbox")
record InboxSettings(
        @DefaultValue("14d") Duration retention,
        @DefaultValue("1h") Duration pruneInterval,
        @DefaultValue("5000") int pruneBatch) {

    InboxSettings {
        if (!retention.isPositive() || !pruneInterval.isPositive() || pruneBatch < 1) {
            throw new IllegalArgumentException(
                    "payments.inbox: retention, prune-interval and prune-batch must be positive");
        }
    }
}
