package dev.kafkaorders.payments.intake;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The consumer of the protocol of KIP-848 without two defects that it has in Kafka 4.2.
///
/// **It hands over what it has lost** (KAFKA-20321, mended in Kafka 4.3). The poll that tells of
/// the loss, when the group has shut the member out, may return records that were fetched before.
/// Meanwhile the member joins again in the background, and the group takes their commit as one of
/// the new membership, while another member handles them as well: both tell the outcomes. So polls
/// return nothing but what the rebalance listener was told is ours. The position is behind what was
/// left out all the same, so until we are told again that a partition is ours, nothing is committed
/// of it.
///
/// **It spins while partitions are paused** (KAFKA-21084, open). It keeps what it has fetched of
/// these, and while it has any of that its poll doesn't wait: it looks again and again until the
/// timeout, on a whole core. With retries that wait in long rows that is always. So while something
/// is paused, a poll is made of short ones with rests in between.
final class MendedConsumer<K, V> implements InvocationHandler {

    private static final Logger log = LoggerFactory.getLogger(MendedConsumer.class);
    private static final Duration LOOK = Duration.ofMillis(2);
    private static final Duration REST = Duration.ofMillis(20);

    private final Consumer<K, V> consumer;

    /// Known once somebody subscribes with a listener; from then on it is the polling thread's.
    private @Nullable Set<TopicPartition> ours;

    private MendedConsumer(Consumer<K, V> consumer) {
        this.consumer = consumer;
    }

    /// The same consumer but for its polls.
    @SuppressWarnings("unchecked") // It passes on what the consumer returns.
    static <K, V> Consumer<K, V> of(Consumer<K, V> consumer) {
        return (Consumer<K, V>)
                Proxy.newProxyInstance(
                        Consumer.class.getClassLoader(),
                        new Class<?>[] {Consumer.class},
                        new MendedConsumer<>(consumer));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
            throws Throwable {
        if (arguments != null) {
            if (method.getName().equals("poll") && arguments[0] instanceof Duration timeout) {
                return poll(timeout);
            }
            if (method.getName().equals("subscribe")
                    && arguments.length == 2
                    && arguments[1] instanceof ConsumerRebalanceListener listener) {
                arguments[1] = noting(listener);
            }
            if (method.getName().startsWith("commit")
                    && arguments[0] instanceof Map<?, ?> offsets) {
                requireOurs(offsets.keySet());
            }
        }
        try {
            return method.invoke(consumer, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private ConsumerRecords<K, V> poll(Duration timeout) {
        if (consumer.paused().isEmpty()) {
            return ours(consumer.poll(timeout));
        }
        var end = System.nanoTime() + timeout.toNanos();
        while (true) {
            var records = ours(consumer.poll(LOOK));
            var left = Duration.ofNanos(end - System.nanoTime());
            // Nothing but markers of transactions is something, too: it moves the position.
            if (!records.isEmpty() || !records.nextOffsets().isEmpty() || !left.isPositive()) {
                return records;
            }
            if (!rest(left.compareTo(REST) < 0 ? left : REST)) {
                return records;
            }
        }
    }

    private ConsumerRecords<K, V> ours(ConsumerRecords<K, V> polled) {
        if (ours == null || ours.containsAll(polled.nextOffsets().keySet())) {
            return polled;
        }
        var kept = new HashMap<TopicPartition, List<ConsumerRecord<K, V>>>();
        var next = new HashMap<>(polled.nextOffsets());
        next.keySet().retainAll(ours);
        for (var partition : polled.partitions()) {
            if (ours.contains(partition)) {
                kept.put(partition, polled.records(partition));
            } else {
                log.atInfo()
                        .addKeyValue("topic", partition.topic())
                        .addKeyValue("partition", partition.partition())
                        .addKeyValue("records", polled.records(partition).size())
                        .log("Records of a partition that was lost were left to its next owner");
            }
        }
        return new ConsumerRecords<>(Map.copyOf(kept), Map.copyOf(next));
    }

    private void requireOurs(Set<?> partitions) {
        if (ours != null && !ours.containsAll(partitions)) {
            throw new CommitFailedException("Lost meanwhile: some of " + partitions);
        }
    }

    private ConsumerRebalanceListener noting(ConsumerRebalanceListener listener) {
        var assigned = new HashSet<TopicPartition>();
        ours = assigned;
        return new ConsumerRebalanceListener() {
            @Override
            public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
                assigned.addAll(partitions);
                listener.onPartitionsAssigned(partitions);
            }

            @Override
            public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
                assigned.removeAll(Set.copyOf(partitions));
                listener.onPartitionsRevoked(partitions);
            }

            @Override
            public void onPartitionsLost(Collection<TopicPartition> partitions) {
                assigned.removeAll(Set.copyOf(partitions));
                listener.onPartitionsLost(partitions);
            }
        };
    }

    /// Whether nobody wants it to end.
    private static boolean rest(Duration time) {
        try {
            Thread.sleep(time);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
