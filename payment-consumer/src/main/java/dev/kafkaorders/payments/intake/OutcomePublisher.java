package dev.kafkaorders.payments.intake;

import dev.kafkaorders.events.EventRecords;
import dev.kafkaorders.events.Topics;
import dev.kafkaorders.payments.intake.Checkpoints.Checkpoint;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
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
    private final Checkpoints checkpoints;
    private final EventRecords records = new EventRecords();

    OutcomePublisher(KafkaTemplate<byte[], byte[]> kafka, Checkpoints checkpoints) {
        this.kafka = kafka;
        this.checkpoints = checkpoints;
    }

    void publish(SettledBatch batch, Supplier<ConsumerGroupMetadata> member) {
        var outcomes =
                batch.toPublish().stream()
                        .map(outcome -> records.toRecord(Topics.PAYMENTS, outcome))
                        .toList();
        kafka.executeInTransaction(transaction ->
                transaction.execute(producer -> {
                    send(producer, outcomes);
                    producer.sendOffsetsToTransaction(batch.nextOffsets(), member.get());
                    checkpoints.reached(Checkpoint.OUTCOMES_SENT);
                    return true;
                }));
    }

    /// Not waited for: a failed send fails the commit.
    private static void send(
            Producer<byte[], byte[]> producer, List<ProducerRecord<byte[], byte[]>> outcomes) {
        for (var outcome : outcomes) {
            var _ = producer.send(outcome);
        }
    }
}
