package dev.kafkaorders.payments.intake;

import dev.kafkaorders.events.Decoded;
import dev.kafkaorders.events.Event;
import dev.kafkaorders.events.EventReader;
import dev.kafkaorders.events.OrderEvent;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.springframework.stereotype.Component;

/// Step 1: makes deliveries of records. What is no order event stops its partition.
@Component
class BatchReader {

    private final EventReader reader = new EventReader();

    Batch read(ConsumerRecords<byte[], byte[]> records) {
        var deliveries = new ArrayList<Delivery>(records.count());
        var stops = new Stops();
        for (var partition : records.partitions()) {
            read(partition, records.records(partition), deliveries, stops);
        }
        return new Batch(deliveries, records.nextOffsets(), stops);
    }

    private void read(
            TopicPartition partition,
            List<ConsumerRecord<byte[], byte[]>> records,
            List<Delivery> deliveries,
            Stops stops) {
        for (var record : records) {
            switch (reader.read(record.headers(), record.value())) {
                case Decoded.Known(Event<?>(var id, _, _, OrderEvent event)) ->
                        deliveries.add(new Delivery(partition, record.offset(), id, event));
                case Decoded.Known(Event<?> event) -> {
                    stops.at(partition, record.offset(), "no order event: " + event.type());
                    return;
                }
                case Decoded.UnknownType(var typeName) -> {
                    stops.at(partition, record.offset(), "unknown type: " + typeName);
                    return;
                }
                case Decoded.Malformed(var reason) -> {
                    stops.at(partition, record.offset(), "malformed: " + reason);
                    return;
                }
            }
        }
    }
}
