package dev.kafkaorders.orders.status;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// How the states of orders are worked out and kept.
///
/// @param instanceId names this instance towards Kafka, stable over restarts and different for each
///   instance: whoever comes back with it gets its partitions back without a rebalance
/// @param stateDirectory where the instance keeps what it can rebuild. Its own: two instances can't
///   share one. Lost, it is read anew from Kafka
/// @param commitInterval how long the states of an order may take to become visible, and how often
///   a transaction has to be paid for
/// @param standbyReplicas how many other instances keep a warm copy of each partition's state
/// @param sessionTimeout how long a silent instance keeps its partitions
/// @param memory how much native memory RocksDB takes for its cache and what isn't written yet
/// @param cache how much heap the states take that are not committed yet
/// @param maxLag so many records that the view hasn't got yet are looked through for an order;
///   beyond, the answer is that it is unknown
/// @param maxWait how long an answer waits for the view to catch up
/// @param maxWatchers so many may wait for news of orders at once
/// @param paymentRetries the delays of payment-consumer's retry topics
/// @param properties of the Kafka clients, where they differ from those under `spring.kafka`: a
///   principal of their own
@ConfigurationProperties("orders.status")
public record StatusSettings(
        String instanceId,
        Path stateDirectory,
        @DefaultValue("200ms") Duration commitInterval,
        @DefaultValue("1") int standbyReplicas,
        @DefaultValue("10s") Duration sessionTimeout,
        @DefaultValue("24MB") DataSize memory,
        @DefaultValue("16MB") DataSize cache,
        @DefaultValue("50000") int maxLag,
        @DefaultValue("3s") Duration maxWait,
        @DefaultValue("250") int maxWatchers,
        @DefaultValue({"1s", "10s", "60s"}) List<Duration> paymentRetries,
        @DefaultValue Map<String, String> properties) {

    public StatusSettings {
        if (instanceId.isBlank()) {
            throw new IllegalArgumentException("orders.status.instance-id is blank");
        }
        requirePositive("commit-interval", commitInterval.toMillis());
        requirePositive("session-timeout", sessionTimeout.toMillis());
        requirePositive("memory", memory.toBytes());
        requirePositive("max-lag", maxLag);
        requirePositive("max-wait", maxWait.toMillis());
        requirePositive("max-watchers", maxWatchers);
        if (standbyReplicas < 0 || cache.isNegative()) {
            throw new IllegalArgumentException(
                    "orders.status.standby-replicas or orders.status.cache is negative");
        }
        paymentRetries = List.copyOf(paymentRetries);
        properties = Map.copyOf(properties);
    }

    private static void requirePositive(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(
                    "orders.status.%s is %d, not positive".formatted(name, value));
        }
    }
}
