package dev.kafkaorders.payments.intake;

import dev.kafkaorders.payments.intake.Stop.Reason;
import dev.kafkaorders.payments.record.Delivery;
import dev.kafkaorders.payments.record.DeliveryReader;
import dev.kafkaorders.payments.record.Position;
import dev.kafkaorders.payments.retry.RetryMetrics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.springframework.stereotype.Component;

/// Step 1: makes deliveries of records, up to the first of each partition that is not due.
@Component
class BatchReader {

    private final DeliveryReader reader;
    private final RetryMetrics metrics;
    private final HeldPartitions held;
    private final Clock clock;

    BatchReader(DeliveryReader reader, RetryMetrics metrics, HeldPartitions held, Clock clock) {
        this.reader = reader;
        this.metrics = metrics;
        this.held = held;
        this.clock = clock;
    }

    Batch read(ConsumerRecords<byte[], byte[]> records) {
        var now = clock.instant();
        var deliveries = new ArrayList<Delivery>(records.count());
        var notDue = new Stops();
        for (var partition : records.partitions()) {
            read(partition, records.records(partition), now, deliveries, notDue);
        }
        return new Batch(deliveries, records.nextOffsets(), notDue);
    }

    private void read(
            TopicPartition partition,
            List<ConsumerRecord<byte[], byte[]>> records,
            Instant now,
            List<Delivery> deliveries,
            Stops notDue) {
        // How long an obstacle is in the way says nothing of how late retries are.
        var isFirstRead = !held.isHeld(partition);
        for (var record : records) {
            var due = reader.due(record);
            if (due.isPresent() && due.get().isAfter(now)) {
                notDue.at(Position.of(record), new Reason.NotDue(due.get()));
                return;
            }
            if (isFirstRead) {
                due.ifPresent(time -> metrics.tried(record.topic(), Duration.between(time, now)));
            }
            deliveries.add(reader.read(record));
        }
    }
}
