package dev.kafkaorders.events;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/// The topics: their names for the services, their settings for whoever sets up a cluster. Services
/// create none.
public final class Topics {

    /// [OrderEvent]s, keyed by order.
    public static final String ORDERS = "orders";

    /// [PaymentEvent]s, keyed by order.
    public static final String PAYMENTS = "payments";

    /// The latest state of each order, keyed by order.
    public static final String ORDER_STATUS = "order-status";

    /// How many orders came into which state, and of what worth, minute by minute.
    public static final String ORDER_STATISTICS = "order-statistics";

    /// What order-producer answered to which `Idempotency-Key`.
    public static final String IDEMPOTENCY = "order-producer.idempotency";

    /// What became of each dead letter, keyed by where it lies: `topic-partition-offset`.
    public static final String LEDGER = "dlq-replayer.ledger";

    /// The replays of dead letters: what was asked for and how far each is, keyed by its id.
    public static final String REPLAYS = "dlq-replayer.replays";

    /// Whether consumer groups are wanted to run: a [ConsumerControl] each, keyed by group.
    public static final String CONSUMER_CONTROL = "consumer-control";

    /// What operators did by dlq-replayer: who, what, before, after, result.
    public static final String AUDIT = "dlq-replayer.audit";

    /// The plans of offset resets and what became of them, keyed by reset.
    public static final String OFFSET_RESETS = "dlq-replayer.offset-resets";

    /// The Kafka Streams application that turns all of these topics into [#ORDER_STATUS]: its
    /// consumer group, and how the names of its topics and `transactional.id`s begin.
    public static final String ORDER_STATUS_APPLICATION = "order-status";

    /// Where that application keeps what it knows of each order.
    public static final String ORDER_STATUS_ORDERS_CHANGELOG = "order-status-orders-changelog";

    /// Where that application keeps its counts.
    public static final String ORDER_STATUS_COUNTS_CHANGELOG = "order-status-counts-changelog";

    /// The consumer group that turns orders into payments.
    public static final String PAYMENT_CONSUMER = "payment-consumer";

    /// How long that group waits before it tries an event again, if nobody configures it otherwise.
    public static final List<Duration> PAYMENT_RETRIES =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofSeconds(60));

    /// The same for all, so that an order has the same partition number everywhere.
    public static final int PARTITIONS = 6;

    private static final Duration RETENTION = Duration.ofDays(7);

    /// Audits look back a year.
    private static final Duration AUDIT_RETENTION = Duration.ofDays(365);

    /// An operator may be on holiday.
    private static final Duration DEAD_LETTER_RETENTION = Duration.ofDays(30);

    /// Longer than a dead letter is kept, with the segment that holds it.
    private static final Duration LEDGER_RETENTION = Duration.ofDays(90);

    /// Statistics look back an hour; more, so that a segment's age doesn't matter.
    private static final Duration STATISTICS_RETENTION = Duration.ofHours(6);

    /// Kafka's default for the largest record batch.
    private static final int MAX_MESSAGE_BYTES = 1_048_588;

    /// Room for the headers that say what went wrong, so that the largest record still fits.
    private static final int FAILURE_BYTES = 64 * 1024;

    private static final String COMPACT_AND_DELETE =
            TopicConfig.CLEANUP_POLICY_COMPACT + "," + TopicConfig.CLEANUP_POLICY_DELETE;

    private Topics() {}

    /// Where a consumer group has its events wait before it tries them again: the group's name and
    /// the delay, such as `payment-consumer.retry.10s`.
    public static String retry(String consumerGroup, Duration delay) {
        var millis = delay.toMillis();
        var text = millis % 1_000 == 0 ? millis / 1_000 + "s" : millis + "ms";
        return consumerGroup + ".retry." + text;
    }

    /// Where a consumer group puts what it could not handle, such as `payment-consumer.dlt`.
    public static String deadLetters(String consumerGroup) {
        return consumerGroup + ".dlt";
    }

    /// Every topic of the suite, ready for an `Admin`.
    ///
    /// @param replicationFactor 3 for a promise that outlives the loss of a broker; 1 where there
    ///   is only one
    public static List<NewTopic> definitions(short replicationFactor) {
        var definitions =
                List.of(
                        topic(ORDERS, replicationFactor, TopicConfig.CLEANUP_POLICY_DELETE),
                        topic(PAYMENTS, replicationFactor, TopicConfig.CLEANUP_POLICY_DELETE),
                        topic(IDEMPOTENCY, replicationFactor, COMPACT_AND_DELETE),
                        ledger(LEDGER, replicationFactor),
                        ledger(REPLAYS, replicationFactor),
                        topic(
                                CONSUMER_CONTROL,
                                replicationFactor,
                                TopicConfig.CLEANUP_POLICY_COMPACT),
                        topic(OFFSET_RESETS, replicationFactor, TopicConfig.CLEANUP_POLICY_COMPACT),
                        topic(ORDER_STATUS, replicationFactor, TopicConfig.CLEANUP_POLICY_COMPACT),
                        topic(
                                ORDER_STATUS_ORDERS_CHANGELOG,
                                replicationFactor,
                                TopicConfig.CLEANUP_POLICY_COMPACT),
                        statistics(ORDER_STATISTICS, replicationFactor),
                        statistics(ORDER_STATUS_COUNTS_CHANGELOG, replicationFactor),
                        keptFor(
                                AUDIT_RETENTION,
                                topic(
                                        AUDIT,
                                        replicationFactor,
                                        TopicConfig.CLEANUP_POLICY_DELETE)));
        var failures = failures(PAYMENT_CONSUMER, PAYMENT_RETRIES, replicationFactor);
        return Stream.concat(definitions.stream(), failures.stream()).toList();
    }

    /// The retry topics and the dead-letter topic of a consumer group.
    public static List<NewTopic> failures(
            String consumerGroup, List<Duration> delays, short replicationFactor) {
        var retries =
                delays.stream()
                        .map(delay -> retry(consumerGroup, delay))
                        .map(name -> failures(name, RETENTION, replicationFactor));
        var deadLetters =
                failures(deadLetters(consumerGroup), DEAD_LETTER_RETENTION, replicationFactor);
        return Stream.concat(retries, Stream.of(deadLetters)).toList();
    }

    private static NewTopic ledger(String name, short replicationFactor) {
        return keptFor(LEDGER_RETENTION, topic(name, replicationFactor, COMPACT_AND_DELETE));
    }

    private static NewTopic statistics(String name, short replicationFactor) {
        return keptFor(STATISTICS_RETENTION, topic(name, replicationFactor, COMPACT_AND_DELETE));
    }

    private static NewTopic keptFor(Duration retention, NewTopic topic) {
        var configs = new HashMap<>(topic.configs());
        configs.put(TopicConfig.RETENTION_MS_CONFIG, String.valueOf(retention.toMillis()));
        return topic.configs(configs);
    }

    private static NewTopic failures(String name, Duration retention, short replicationFactor) {
        var topic =
                keptFor(
                        retention,
                        topic(name, replicationFactor, TopicConfig.CLEANUP_POLICY_DELETE));
        var configs = new HashMap<>(topic.configs());
        configs.put(
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                String.valueOf(MAX_MESSAGE_BYTES + FAILURE_BYTES));
        return topic.configs(configs);
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
                                TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                                        String.valueOf(MAX_MESSAGE_BYTES),
                                TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG,
                                        String.valueOf(minInSync)));
    }
}
