package dev.kafkaorders.orders.status.view;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kafkaorders.events.Topics;
import dev.kafkaorders.orders.log.LogClients;
import dev.kafkaorders.orders.log.ReadProgress;
import dev.kafkaorders.orders.status.FactReader;
import dev.kafkaorders.orders.status.Observation;
import dev.kafkaorders.orders.status.Order;
import dev.kafkaorders.orders.status.Position;
import dev.kafkaorders.orders.status.StatusSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks for an order where the view can't have it from yet: among the records of `orders` that the
/// application has not committed.
///
/// Every record of `orders` is in one of two places. What is before the application's committed
/// offset is in `order-status`, by the same transaction; the view has it as soon as it has read
/// that topic to its end. What is behind that offset is read here. The ends are those that include
/// open transactions: an order is answered 201 when its transaction is decided, which is a moment
/// before readers see it.
///
/// Only a miss costs this, some milliseconds when the application has caught up.
final class UnseenRecords implements AutoCloseable {

    /// What was found.
    sealed interface Result {

        record Found(Order order) implements Result {}

        /// It is not there, and the view has read all else.
        record CaughtUp() implements Result {}

        record TooFarBehind(String why) implements Result {}
    }

    private static final Logger log = LoggerFactory.getLogger(UnseenRecords.class);

    private static final Duration POLL = Duration.ofMillis(20);
    private static final int POLL_RECORDS = 1_000;

    private final LogClients clients;
    private final ReadProgress progress;
    private final FactReader reader;
    private final StatusSettings settings;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Consumer<byte[], byte[]> consumer;

    UnseenRecords(
            LogClients clients, ReadProgress progress, FactReader reader, StatusSettings settings) {
        this.clients = clients;
        this.progress = progress;
        this.reader = reader;
        this.settings = settings;
    }

    Result find(UUID orderId) throws InterruptedException {
        try {
            var key = orderId.toString().getBytes(UTF_8);
            var partition = Utils.toPositive(Utils.murmur2(key)) % Topics.PARTITIONS;
            return find(orderId, new TopicPartition(Topics.ORDERS, partition));
        } catch (KafkaException e) {
            log.atWarn()
                    .addKeyValue("orderId", orderId)
                    .setCause(e)
                    .log("An order can't be looked for");
            return new Result.TooFarBehind("Kafka does not answer");
        }
    }

    private Result find(UUID orderId, TopicPartition orders) throws InterruptedException {
        var deadline = System.nanoTime() + settings.maxWait().toNanos();
        var status = new TopicPartition(Topics.ORDER_STATUS, orders.partition());
        // First how far the application is: what it commits later is read here as well.
        var from = clients.committed(Topics.ORDER_STATUS_APPLICATION, orders, left(deadline));
        var ends = clients.ends(List.of(orders, status), left(deadline));
        var lag = end(ends.get(orders)) - from;
        if (lag > settings.maxLag()) {
            return new Result.TooFarBehind("%d records are not processed yet".formatted(lag));
        }
        var order = read(orderId, orders, from, end(ends.get(orders)), deadline);
        if (order == null) {
            return new Result.TooFarBehind("open transactions hold the log up");
        }
        if (order.isPlaced()) {
            return new Result.Found(order);
        }
        return progress.awaitReached(status, end(ends.get(status)), left(deadline))
                ? new Result.CaughtUp()
                : new Result.TooFarBehind("the view has not read all yet");
    }

    /// What the records say about the order; null if they can't be read in time: an open
    /// transaction holds up whoever looks, and those who wait behind him.
    private @Nullable Order read(
            UUID orderId, TopicPartition orders, long from, long to, long deadline)
            throws InterruptedException {
        var order = Order.unknown(orderId);
        if (from >= to) {
            return order;
        }
        if (!lock.tryLock(left(deadline).toNanos(), TimeUnit.NANOSECONDS)) {
            return null;
        }
        try {
            var tail = consumer();
            tail.assign(List.of(orders));
            tail.seek(orders, from);
            while (tail.position(orders) < to) {
                if (System.nanoTime() > deadline) {
                    return null;
                }
                for (var record : tail.poll(POLL)) {
                    order = learn(order, record);
                }
            }
            return order;
        } finally {
            lock.unlock();
        }
    }

    private Order learn(Order order, ConsumerRecord<byte[], byte[]> record) {
        var position =
                new Position(
                        record.topic(),
                        record.partition(),
                        record.offset(),
                        Instant.ofEpochMilli(record.timestamp()));
        var observation = reader.read(position, record.key(), record.value(), record.headers());
        return observation instanceof Observation.Observed(var id, var fact, var purchase)
                        && id.equals(order.id())
                ? order.learn(fact, purchase).orElse(order)
                : order;
    }

    private Consumer<byte[], byte[]> consumer() {
        var open = consumer;
        if (open == null) {
            open = clients.consumer("order-status-unseen", POLL_RECORDS);
            consumer = open;
        }
        return open;
    }

    private static Duration left(long deadline) {
        return Duration.ofNanos(Math.max(deadline - System.nanoTime(), 0));
    }

    private static long end(@Nullable Long offset) {
        return offset == null ? 0 : offset;
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (consumer != null) {
                consumer.close();
            }
        } finally {
            lock.unlock();
        }
    }
}
