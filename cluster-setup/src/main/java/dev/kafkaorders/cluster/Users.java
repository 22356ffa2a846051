package dev.kafkaorders.cluster;

import static dev.kafkaorders.cluster.Grant.anyGroup;
import static dev.kafkaorders.cluster.Grant.anyTopic;
import static dev.kafkaorders.cluster.Grant.group;
import static dev.kafkaorders.cluster.Grant.groupsFrom;
import static dev.kafkaorders.cluster.Grant.to;
import static dev.kafkaorders.cluster.Grant.topic;
import static dev.kafkaorders.cluster.Grant.topicsFrom;
import static dev.kafkaorders.cluster.Grant.transactionalId;
import static dev.kafkaorders.cluster.Grant.transactionalIdsFrom;
import static org.apache.kafka.common.acl.AclOperation.DELETE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;

import dev.kafkaorders.events.Topics;
import java.util.List;

/// The one list of who may do what, for every cluster that the suite runs on. A user per program,
/// with what that program needs and nothing else: take one grant away and it fails.
///
/// Kafka doesn't tell members of a group from those who set its offsets from outside: both need
/// READ of the group. So payment-consumer could, and nobody else but dlq-replayer.
public final class Users {

    /// Sets clusters up. May do everything; no service logs in as such.
    public static final String ADMIN = "admin";

    /// The brokers among themselves. May do everything.
    public static final String BROKER = "broker";

    /// Takes orders in.
    public static final String ORDER_PRODUCER = "order-producer";

    /// Turns orders into payments.
    public static final String PAYMENT_CONSUMER = Topics.PAYMENT_CONSUMER;

    /// Brings dead letters back and resets offsets.
    public static final String DLQ_REPLAYER = "dlq-replayer";

    /// The Kafka Streams application that tells what became of an order. It runs inside of
    /// order-producer, which itself may not read what others wrote.
    public static final String ORDER_STATUS = "order-status";

    /// Reads everything, changes nothing: audits, and people who look around.
    public static final String AUDITOR = "auditor";

    /// Those whom no rule holds back, for the brokers' `super.users`.
    public static final List<String> SUPER_USERS = List.of(ADMIN, BROKER);

    private static final String RETRIES = Topics.PAYMENT_CONSUMER + ".retry.";
    private static final String FIRST_RETRY =
            Topics.retry(Topics.PAYMENT_CONSUMER, Topics.PAYMENT_RETRIES.getFirst());
    private static final String DEAD_LETTERS = Topics.deadLetters(Topics.PAYMENT_CONSUMER);
    private static final String STATUS = Topics.ORDER_STATUS_APPLICATION;
    private static final String STATUS_INTERNALS = STATUS + "-";

    private Users() {}

    /// Everybody but the super users.
    public static List<User> all() {
        return List.of(orderProducer(), paymentConsumer(), dlqReplayer(), orderStatus(), auditor());
    }

    /// The user of that name.
    ///
    /// @throws IllegalArgumentException when there is none
    public static User named(String name) {
        return all().stream()
                .filter(user -> user.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Not in the list: " + name));
    }

    private static User orderProducer() {
        return User.of(
                ORDER_PRODUCER,
                to(WRITE, topic(Topics.ORDERS), "accepted orders"),
                to(WRITE, topic(Topics.IDEMPOTENCY), "claims, and what was answered"),
                to(READ, topic(Topics.IDEMPOTENCY), "to remember what was answered"),
                to(WRITE, transactionalIdsFrom(ORDER_PRODUCER + "-"), "transactions, per lane"));
    }

    private static User paymentConsumer() {
        return User.of(
                PAYMENT_CONSUMER,
                to(READ, topic(Topics.ORDERS), "orders to be paid"),
                to(WRITE, topic(Topics.PAYMENTS), "outcomes"),
                to(WRITE, topicsFrom(RETRIES), "what is to be tried again"),
                to(READ, topicsFrom(RETRIES), "what is due again"),
                to(WRITE, topic(DEAD_LETTERS), "what can't succeed"),
                to(READ, topic(Topics.CONSUMER_CONTROL), "whether an operator wants it to stop"),
                to(READ, group(Topics.PAYMENT_CONSUMER), "to be a member, and to commit"),
                to(
                        WRITE,
                        transactionalIdsFrom(Topics.PAYMENT_CONSUMER + "-"),
                        "transactions, per thread"),
                to(DESCRIBE_CONFIGS, topic(Topics.ORDERS), "how large an order can be"),
                to(DESCRIBE_CONFIGS, topicsFrom(RETRIES), "whether there is room for it"),
                to(DESCRIBE_CONFIGS, topic(DEAD_LETTERS), "whether there is room for it"));
    }

    private static User dlqReplayer() {
        return User.of(
                DLQ_REPLAYER,
                to(READ, topic(DEAD_LETTERS), "dead letters, and how far a replay is"),
                to(WRITE, topic(Topics.ORDERS), "replayed and corrected orders"),
                to(WRITE, topic(FIRST_RETRY), "so that what waits behind a discarded one goes on"),
                to(WRITE, topic(Topics.LEDGER), "what became of a dead letter"),
                to(READ, topic(Topics.LEDGER), "what became of a dead letter"),
                to(WRITE, topic(Topics.REPLAYS), "replays"),
                to(READ, topic(Topics.REPLAYS), "replays"),
                to(WRITE, topic(Topics.OFFSET_RESETS), "plans of resets"),
                to(READ, topic(Topics.OFFSET_RESETS), "plans of resets"),
                to(WRITE, topic(Topics.AUDIT), "what an operator does"),
                to(WRITE, topic(Topics.CONSUMER_CONTROL), "to stop and start a group"),
                to(WRITE, transactionalId(DLQ_REPLAYER), "transactions of the one writer"),
                to(READ, groupsFrom(DLQ_REPLAYER + ".replay."), "how far a replay is"),
                to(DESCRIBE, anyGroup(), "members and offsets of every group"),
                to(DESCRIBE, anyTopic(), "the ends that lag is counted to"),
                to(READ, group(Topics.PAYMENT_CONSUMER), "to alter its offsets"),
                to(DELETE, group(Topics.PAYMENT_CONSUMER), "to undo: where there was no offset"),
                to(READ, topic(Topics.ORDERS), "to alter the offsets of it"),
                to(READ, topicsFrom(RETRIES), "to alter the offsets of them"));
    }

    private static User orderStatus() {
        return User.of(
                ORDER_STATUS,
                to(READ, topic(Topics.ORDERS), "accepted and cancelled orders"),
                to(READ, topic(Topics.PAYMENTS), "outcomes"),
                to(READ, topicsFrom(RETRIES), "what is being retried"),
                to(READ, topic(DEAD_LETTERS), "what is dead"),
                to(WRITE, topic(Topics.ORDER_STATUS), "the latest state of an order"),
                to(READ, topic(Topics.ORDER_STATUS), "every instance's view of it"),
                to(WRITE, topic(Topics.ORDER_STATISTICS), "counts per minute"),
                to(READ, topic(Topics.ORDER_STATISTICS), "every instance's view of them"),
                to(READ, group(STATUS), "to be a member, and to commit"),
                to(WRITE, transactionalIdsFrom(STATUS_INTERNALS), "transactions, per thread"),
                to(WRITE, topicsFrom(STATUS_INTERNALS), "its stores' changelogs"),
                to(READ, topicsFrom(STATUS_INTERNALS), "to restore its stores"));
    }

    private static User auditor() {
        return User.of(
                AUDITOR,
                to(READ, anyTopic(), "records"),
                to(DESCRIBE_CONFIGS, anyTopic(), "how topics are set"),
                to(DESCRIBE, anyGroup(), "members, offsets and lag"),
                to(READ, groupsFrom("console-consumer-"), "kafka-console-consumer.sh"));
    }
}
