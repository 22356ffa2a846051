package dev.kafkaorders.replayer.deadletter;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Reads the next windows of several partitions at once.
final class Windows {

    private static final Duration A_MOMENT = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Consumer<byte[], byte[]> consumer;
    private final Function<ConsumerRecord<byte[], byte[]>, @Nullable Finding> examine;

    /// @param examine keeps what matches
    Windows(
            Consumer<byte[], byte[]> consumer,
            Function<ConsumerRecord<byte[], byte[]>, @Nullable Finding> examine) {
        this.consumer = consumer;
        this.examine = examine;
    }

    /// How many records were in them.
    int read(List<BackwardsReader> readers) {
        var byPartition = readers.stream().collect(toMap(BackwardsReader::partition, identity()));
        consumer.assign(byPartition.keySet());
        // What was paused when its last window had been read still is.
        consumer.resume(byPartition.keySet());
        readers.forEach(reader -> reader.seek(consumer));
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var scanned = 0;
        while (!areRead(readers)) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("The dead-letter topic was not read in " + PATIENCE);
            }
            var polled = consumer.poll(A_MOMENT);
            for (var partition : polled.partitions()) {
                var reader = byPartition.get(partition);
                if (reader != null) {
                    scanned += add(polled.records(partition), reader);
                }
            }
        }
        readers.forEach(BackwardsReader::next);
        return scanned;
    }

    private int add(List<ConsumerRecord<byte[], byte[]>> records, BackwardsReader reader) {
        var added = 0;
        for (var record : records) {
            if (reader.isAskedFor(record.offset())) {
                added++;
                var finding = examine.apply(record);
                if (finding != null) {
                    reader.add(finding);
                }
            }
        }
        return added;
    }

    private boolean areRead(List<BackwardsReader> readers) {
        var read = readers.stream().filter(reader -> reader.isRead(consumer)).toList();
        consumer.pause(read.stream().map(BackwardsReader::partition).toList());
        return read.size() == readers.size();
    }
}
