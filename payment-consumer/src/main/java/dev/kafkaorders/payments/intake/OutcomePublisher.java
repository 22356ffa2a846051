package dev.kafkaorders.payments.intake;

import dev.kafkaorders.events.Event;
import dev.kafkaorders.events.EventRecords;
import dev.kafkaorders.events.Topics;
import dev.kafkaorders.payments.intake.Checkpoints.Checkpoint;
import dev.kafkaorders.payments.retry.FailedRecords;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/// Step 5, the commit: outcomes, retries, dead letters and input offsets in one Kafka transaction.
///
/// When it throws, the transaction was aborted, or (an unknown outcome) will be aborted or
/// committed by the producer that replaces this one. In that case the offsets tell which: see
/// [Redelivery].
@Component
class OutcomePublisher {

    private final KafkaTemplate<byte[], byte[]> kafka;
    private final FailedRecords failed;
    private final Checkpoints checkpoints;
    private final Clock clock;
    private final EventRecords records = new EventRecords();

    OutcomePublisher(
            KafkaTemplate<byte[], byte[]> kafka,
            FailedRecords failed,
            Checkpoints checkpoints,
            Clock clock) {
        this.kafka = kafka;
        this.failed = failed;
        this.checkpoints = checkpoints;
        this.clock = clock;
    }

    void publish(SettledBatch batch, Membership member) {
        var now = clock.instant();
        var toSend =
                batch.all()
                        .<ProducerRecord<byte[], byte[]>>mapMulti(
                                (one, next) -> recordsOf(one, now, next))
                        .toList();
        kafka.executeInTransaction(transaction ->
                transaction.execute(producer -> {
                    send(producer, toSend);
                    producer.sendOffsetsToTransaction(batch.nextOffsets(), member.metadata());
                    checkpoints.reached(Checkpoint.OUTCOMES_SENT);
                    return true;
                }));
    }

    private void recordsOf(
            Handled handled, Instant now, Consumer<ProducerRecord<byte[], byte[]>> next) {
        var original = handled.delivery().original();
        switch (handled.fate()) {
            case Fate.Settled(_, var outcome) -> outcome.map(this::outcome).ifPresent(next);
            case Fate.Repeated(var outcomes) -> outcomes.stream().map(this::outcome).forEach(next);
            case Fate.Retried(var why, var hop) ->
                    next.accept(failed.retry(original, why, hop, now));
            case Fate.StillDead(var letter) -> next.accept(failed.deadLetter(original, letter));
            case Fate.Dead(var why) -> next.accept(failed.deadLetter(original, why));
            case Fate.Parked _, Fate.Ignored _ -> {}
        }
    }

    private ProducerRecord<byte[], byte[]> outcome(Event<?> outcome) {
        return records.toRecord(Topics.PAYMENTS, outcome);
    }

    /// Not waited for: a failed send fails the commit.
    private static void send(
            Producer<byte[], byte[]> producer, List<ProducerRecord<byte[], byte[]>> toSend) {
        for (var record : toSend) {
            var _ = producer.send(record);
        }
    }
}
