package dev.kafkaorders.events;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/// The topics: their names for the services, their settings for whoever sets up a cluster. Services
/// create none.
public final class Topics {

    /// [OrderEvent]s, keyed by order.
    public static final String ORDERS = "orders";

    /// [PaymentEvent]s, keyed by order.
    public static final String PAYMENTS = "payments";

    /// What order-producer answered to which `Idempotency-Key`.
    public static final String IDEMPOTENCY = "order-producer.idempotency";

    /// The same for all, so that an order has the same partition number everywhere.
    public static final int PARTITIONS = 6;

    private static final Duration RETENTION = Duration.ofDays(7);

    private static final String COMPACT_AND_DELETE =
            TopicConfig.CLEANUP_POLICY_COMPACT + "," + TopicConfig.CLEANUP_POLICY_DELETE;

    private Topics() {}

    /// Every topic of the suite, ready for an `Admin`.
    ///
    /// @param replicationFactor 3 for a promise that outlives the loss of a broker; 1 where there
    ///   is only one
    public static List<NewTopic> definitions(short replicationFactor) {
        return List.of(
                topic(ORDERS, replicationFactor, TopicConfig.CLEANUP_POLICY_DELETE),
                topic(PAYMENTS, replicationFactor, TopicConfig.CLEANUP_POLICY_DELETE),
                topic(IDEMPOTENCY, replicationFactor, COMPACT_AND_DELETE));
    }

    private static NewTopic topic(String name, short replicationFactor, String cleanupPolicy) {
        // A write counts once two of three replicas have it: one broker may be away, for writers
        // and for readers.
        var minInSync = replicationFactor >= 3 ? 2 : 1;
        return new NewTopic(name, PARTITIONS, replicationFactor)
                .configs(
                        Map.of(
                                TopicConfig.CLEANUP_POLICY_CONFIG, cleanupPolicy,
                                TopicConfig.RETENTION_MS_CONFIG,
                                        String.valueOf(RETENTION.toMillis()),
                                TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG,
                                        String.valueOf(minInSync)));
    }
}
