package dev.kafkaorders.payments.intake;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.springframework.stereotype.Component;

/// Remembers which partitions' last batch failed.
///
/// A failed commit may have been a commit. So a partition that failed goes on from its committed
/// offset, and what is in front of that is left alone: it was published.
@Component
class Redelivery {

    private final Map<TopicPartition, FailedBatch> failed = new ConcurrentHashMap<>();
    private final Clock clock;

    Redelivery(Clock clock) {
        this.clock = clock;
    }

    /// Answers how often in a row a batch with one of these partitions has failed now.
    int failed(Set<TopicPartition> partitions, Throwable cause) {
        return partitions.stream()
                .map(partition -> failed.merge(partition, first(cause), (a, b) -> again(a, b)))
                .mapToInt(FailedBatch::attempt)
                .max()
                .orElse(1);
    }

    void succeeded(Set<TopicPartition> partitions) {
        failed.keySet().removeAll(partitions);
    }

    /// These partitions are somebody else's now.
    void forget(Collection<TopicPartition> partitions) {
        failed.keySet().removeAll(Set.copyOf(partitions));
    }

    /// Whether what the partition's group has committed is not known for sure.
    boolean isInDoubt(TopicPartition partition) {
        return failed.containsKey(partition);
    }

    Map<TopicPartition, FailedBatch> failures() {
        return Map.copyOf(failed);
    }

    /// The records without those partitions of which a commit turned out to have succeeded; the
    /// consumer goes on at the commit with these.
    ///
    /// Asks the group coordinator, which answers when no transaction on the offsets is pending any
    /// more. When it doesn't answer, this throws, and the batch is one that failed again.
    ConsumerRecords<byte[], byte[]> uncommitted(
            ConsumerRecords<byte[], byte[]> records, Consumer<?, ?> consumer) {
        var inDoubt = new HashSet<>(records.partitions());
        inDoubt.retainAll(failed.keySet());
        if (inDoubt.isEmpty()) {
            return records;
        }
        var kept = new HashMap<TopicPartition, List<ConsumerRecord<byte[], byte[]>>>();
        var next = new HashMap<>(records.nextOffsets());
        records.partitions().forEach(partition -> kept.put(partition, records.records(partition)));
        consumer.committed(inDoubt)
                .forEach((partition, committed) -> {
                    if (isAhead(committed, records.records(partition).getFirst())) {
                        consumer.seek(partition, committed);
                        kept.remove(partition);
                        next.remove(partition);
                    }
                });
        return new ConsumerRecords<>(kept, next);
    }

    @SuppressWarnings("NullAway") // A partition without a commit is mapped to null.
    private static boolean isAhead(OffsetAndMetadata committed, ConsumerRecord<?, ?> first) {
        return committed != null && committed.offset() > first.offset();
    }

    private FailedBatch first(Throwable cause) {
        return new FailedBatch(1, cause.toString(), clock.instant());
    }

    private static FailedBatch again(FailedBatch before, FailedBatch now) {
        return new FailedBatch(before.attempt() + 1, now.reason(), before.since());
    }
}
