package dev.kafkaorders.localstack.tour;

import dev.kafkaorders.events.Decoded;
import dev.kafkaorders.events.EventReader;
import dev.kafkaorders.events.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// The events of some topics, committed records only. Not for two threads at once.
final class EventLog implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final EventReader reader = new EventReader();

    private EventLog(Map<String, String> auditor, Collection<String> topics) {
        var properties = new HashMap<String, Object>(auditor);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        consumer =
                new KafkaConsumer<>(
                        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.assign(topics.stream().flatMap(EventLog::partitions).toList());
    }

    /// All that the topics hold.
    static EventLog fromBeginning(Map<String, String> auditor, Collection<String> topics) {
        var log = new EventLog(auditor, topics);
        log.consumer.seekToBeginning(log.consumer.assignment());
        return log;
    }

    /// What was written since then and is committed.
    static EventLog since(Instant time, Map<String, String> auditor, Collection<String> topics) {
        var log = fromNow(auditor, topics);
        var wanted = new HashMap<TopicPartition, Long>();
        log.consumer.assignment().forEach(partition -> wanted.put(partition, time.toEpochMilli()));
        log.consumer
                .offsetsForTimes(wanted)
                .forEach((partition, found) -> {
                    if (found != null) {
                        log.consumer.seek(partition, found.offset());
                    }
                });
        return log;
    }

    /// What is committed from now on.
    static EventLog fromNow(Map<String, String> auditor, Collection<String> topics) {
        var log = new EventLog(auditor, topics);
        log.consumer.endOffsets(log.consumer.assignment()).forEach(log.consumer::seek);
        return log;
    }

    /// Reads on to what is the end now, the last stable offset.
    ///
    /// @param reading gets the events, in order within a partition; what holds none is left out
    void readToEnd(Consumer<LogEntry> reading) {
        var ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream()
                .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (var record : consumer.poll(POLL)) {
                entry(record).ifPresent(reading);
            }
        }
    }

    private Optional<LogEntry> entry(ConsumerRecord<byte[], byte[]> record) {
        return reader.read(record.headers(), record.value()) instanceof Decoded.Known(var event)
                ? Optional.of(
                        new LogEntry(
                                record.topic(),
                                Instant.ofEpochMilli(record.timestamp()),
                                record.headers(),
                                event))
                : Optional.empty();
    }

    private static Stream<TopicPartition> partitions(String topic) {
        return IntStream.range(0, Topics.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic, partition));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
