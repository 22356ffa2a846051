package dev.kafkaorders.replayer.deadletter;

import static java.util.stream.Collectors.toMap;

import dev.kafkaorders.replayer.ledger.DeadLetterId;
import dev.kafkaorders.replayer.ledger.LedgerSettings;
import dev.kafkaorders.replayer.writing.Clients;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.springframework.stereotype.Component;

/// The dead-letter topic, as everybody can read it: committed records only.
@Component
public class DeadLetterTopic {

    private static final Duration A_MOMENT = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Clients clients;
    private final String name;

    DeadLetterTopic(Clients clients, LedgerSettings settings) {
        this.clients = clients;
        this.name = settings.topic();
    }

    public String name() {
        return name;
    }

    public TopicPartition partition(int number) {
        return new TopicPartition(name, number);
    }

    /// A consumer that has all partitions, to read what is there now.
    public Consumer<byte[], byte[]> open(int maxPollRecords) {
        return assigned(clients.reader(maxPollRecords));
    }

    /// A consumer that has all partitions, to wait for more.
    Consumer<byte[], byte[]> follow(int maxPollRecords) {
        return assigned(clients.follower(maxPollRecords));
    }

    private Consumer<byte[], byte[]> assigned(Consumer<byte[], byte[]> consumer) {
        try {
            consumer.assign(partitions(consumer));
            return consumer;
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    private List<TopicPartition> partitions(Consumer<?, ?> consumer) {
        var partitions = consumer.partitionsFor(name);
        if (partitions == null || partitions.isEmpty()) {
            throw new UnknownTopicOrPartitionException("The topic " + name + " is missing");
        }
        return List.copyOf(partitions).stream().map(info -> partition(info.partition())).toList();
    }

    /// The part of the topic that a time window may be in, as it stands now. Kafka looks for the
    /// first record that is as late; clocks that differ may have put earlier ones behind it.
    public Range range(Consumer<?, ?> consumer, DeadLetterFilter filter) {
        var partitions = consumer.assignment();
        var ends = numbered(consumer.endOffsets(partitions));
        var beginnings = numbered(consumer.beginningOffsets(partitions));
        var from = filter.from() == null ? beginnings : first(consumer, filter.from(), ends);
        var to = filter.to() == null ? ends : first(consumer, filter.to(), ends);
        from.replaceAll((partition, offset) -> Math.min(offset, to.getOrDefault(partition, 0L)));
        return new Range(from, to);
    }

    private Map<Integer, Long> first(
            Consumer<?, ?> consumer, Instant time, Map<Integer, Long> ends) {
        var times =
                consumer.assignment().stream()
                        .collect(toMap(partition -> partition, _ -> time.toEpochMilli()));
        var offsets = new TreeMap<>(ends);
        consumer.offsetsForTimes(times)
                .forEach((partition, found) -> {
                    if (found != null) {
                        offsets.merge(partition.partition(), found.offset(), Math::min);
                    }
                });
        return offsets;
    }

    private static Map<Integer, Long> numbered(Map<TopicPartition, Long> offsets) {
        var numbered = new TreeMap<Integer, Long>();
        offsets.forEach((partition, offset) -> numbered.put(partition.partition(), offset));
        return numbered;
    }

    /// Empty when there is none, no more, or not yet.
    public Optional<DeadLetter> read(DeadLetterId id) {
        return Optional.ofNullable(read(List.of(id)).get(id));
    }

    /// Those of them that there are.
    public Map<DeadLetterId, DeadLetter> read(Collection<DeadLetterId> ids) {
        var found = new TreeMap<DeadLetterId, DeadLetter>();
        try (var consumer = open(1)) {
            var all = range(consumer, DeadLetterFilter.ALL);
            for (var id : ids) {
                if (all.contains(id)) {
                    read(consumer, id).ifPresent(letter -> found.put(id, letter));
                }
            }
        }
        return found;
    }

    /// Where there is none the next one is read, or the position moves beyond what isn't one.
    private Optional<DeadLetter> read(Consumer<byte[], byte[]> consumer, DeadLetterId id) {
        var partition = partition(id.partition());
        consumer.assign(List.of(partition));
        consumer.seek(partition, id.offset());
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (consumer.position(partition) <= id.offset() && System.nanoTime() < deadline) {
            for (var record : consumer.poll(A_MOMENT)) {
                return Optional.of(record)
                        .filter(read -> read.offset() == id.offset())
                        .map(DeadLetter::new);
            }
        }
        return Optional.empty();
    }

    /// A part of the topic.
    ///
    /// @param from the first offset of each partition
    /// @param to the offset behind the last
    public record Range(Map<Integer, Long> from, Map<Integer, Long> to) {

        boolean contains(DeadLetterId id) {
            return id.offset() >= from.getOrDefault(id.partition(), Long.MAX_VALUE)
                    && id.offset() < to.getOrDefault(id.partition(), 0L);
        }

        /// How many offsets are in it, which is as many dead letters at most.
        public long size() {
            return from.entrySet().stream()
                    .mapToLong(e -> to.getOrDefault(e.getKey(), e.getValue()) - e.getValue())
                    .sum();
        }
    }
}
