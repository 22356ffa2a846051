package dev.kafkaorders.lab.benchmark.workload;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/// The end of a topic, as readers of committed records see it: a consumer that is kept, as it is
/// asked often.
public final class TopicEnd implements AutoCloseable {
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;

    TopicEnd(KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
        this.consumer = consumer;
        this.partitions = List.copyOf(partitions);
    }

    /// How many offsets are before it, those of transactions' markers included.
    public long offsets() {
        return consumer.endOffsets(partitions).values().stream().mapToLong(Long::longValue).sum();
    }

    /// Waits until so many records have come, and then no more do: as markers count too, the last
    /// may be missing when the number is reached.
    public void awaitAll(Duration time, long records) {
        var before = new AtomicLong();
        Lookout.atMost(
                time,
                () -> {
                    var now = offsets();
                    return before.getAndSet(now) == now && now >= records;
                });
    }

    @Override
    public void close() {
        consumer.close();
    }
}
