package dev.kafkaorders.payments.intake;

import dev.kafkaorders.events.EventRecords;
import dev.kafkaorders.events.Topics;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/// Step 5, the commit: outcomes and input offsets in one Kafka transaction.
///
/// When it throws, the transaction was aborted, or (an unknown outcome) will be aborted or
/// committed by the producer that replaces this one. In that case the offsets tell which: see
/// [Redelivery].
@Component
class OutcomePublisher {

    private final KafkaTemplate<byte[], byte[]> kafka;
    private final EventRecords records = new EventRecords();

    OutcomePublisher(KafkaTemplate<byte[], byte[]> kafka) {
        this.kafka = kafka;
    }

    void publish(SettledBatch batch, ConsumerGroupMetadata member) {
        var outcomes =
                batch.toPublish().stream()
                        .map(outcome -> records.toRecord(Topics.PAYMENTS, outcome))
                        .toList();
        kafka.executeInTransaction(transaction ->
                transaction.execute(producer -> {
                    // A failed send fails the commit, so nobody has to look here.
                    outcomes.forEach(outcome -> {
                        var _ = producer.send(outcome);
                    });
                    producer.sendOffsetsToTransaction(batch.nextOffsets(), member);
                    return true;
                }));
    }
}
