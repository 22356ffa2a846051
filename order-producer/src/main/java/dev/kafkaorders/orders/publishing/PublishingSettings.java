package dev.kafkaorders.orders.publishing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// How requests share transactions.
///
/// @param instanceId names this instance towards Kafka. Stable over restarts, so that a restarted
///   instance fences its zombie at once, and different for each instance, or they fence each other
/// @param lanes how many transactions may be under way at once; each lane has a `transactional.id`
/// @param maxWaitingRequests more requests than these are refused. Each takes some 110 KB of the
///   heap while it waits, so `server.tomcat.max-connections` has to go with it
/// @param maxWaitingSize more bytes of records than these are refused
/// @param maxRequestsPerTransaction how many requests share a transaction at most
/// @param maxRecordsPerTransaction with how many records, unless a single request has more
/// @param joinAfter how long the oldest request waits for a lane to come back before another lane
///   leaves too; a full group leaves at once. 0 to use every lane at any time
/// @param linger how long a transaction waits at most until as many are here as were answered just
///   before; 0 for not at all. Nobody who comes alone pays for it
/// @param maxWait a request that no transaction has taken up for so long is given up
/// @param transactionTimeout how long a transaction may take, and how long one whose producer never
///   comes back holds up read_committed readers
@ConfigurationProperties("orders.publishing")
public record PublishingSettings(
        @DefaultValue("order-producer-0") String instanceId,
        @DefaultValue("2") int lanes,
        @DefaultValue("1000") int maxWaitingRequests,
        @DefaultValue("32MB") DataSize maxWaitingSize,
        @DefaultValue("1000") int maxRequestsPerTransaction,
        @DefaultValue("5000") int maxRecordsPerTransaction,
        @DefaultValue("50ms") Duration joinAfter,
        @DefaultValue("20ms") Duration linger,
        @DefaultValue("5s") Duration maxWait,
        @DefaultValue("10s") Duration transactionTimeout) {

    private static final Duration SHORTEST_TRANSACTION_TIMEOUT = Duration.ofSeconds(2);

    public PublishingSettings {
        if (instanceId.isBlank()) {
            throw new IllegalArgumentException("orders.publishing.instance-id is blank");
        }
        requirePositive("lanes", lanes);
        requirePositive("max-waiting-requests", maxWaitingRequests);
        requirePositive("max-waiting-size", maxWaitingSize.toBytes());
        requirePositive("max-requests-per-transaction", maxRequestsPerTransaction);
        requirePositive("max-records-per-transaction", maxRecordsPerTransaction);
        requireNotNegative("join-after", joinAfter);
        requireNotNegative("linger", linger);
        requirePositive("max-wait", maxWait.toMillis());
        if (transactionTimeout.compareTo(SHORTEST_TRANSACTION_TIMEOUT) < 0) {
            throw new IllegalArgumentException(
                    "orders.publishing.transaction-timeout is %s, less than %s"
                            .formatted(transactionTimeout, SHORTEST_TRANSACTION_TIMEOUT));
        }
    }

    String transactionalId(int lane) {
        return instanceId + "-" + lane;
    }

    private static void requireNotNegative(String name, Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException(
                    "orders.publishing.%s is negative: %s".formatted(name, value));
        }
    }

    private static void requirePositive(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(
                    "orders.publishing.%s is %d, not positive".formatted(name, value));
        }
    }
}
