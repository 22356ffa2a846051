package dev.kafkaorders.payments.intake;

import dev.kafkaorders.payments.inbox.Inbox;
import dev.kafkaorders.payments.intake.Checkpoints.Checkpoint;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.springframework.stereotype.Component;

/// The way of a batch from its poll to its commit, in five steps.
///
/// Nothing counts before step 4, and Kafka's own view changes with step 5 only. Whatever throws in
/// between, and wherever the process dies, the batch is delivered again: events of which step 4
/// committed are then known in step 2, the others are asked of the gateway again under the same
/// idempotency keys. So the input log is the outbox, until its offsets are committed.
@Component
class Intake {

    private final BatchReader reader;
    private final Inbox inbox;
    private final Settling settling;
    private final Books books;
    private final OutcomePublisher publisher;
    private final Checkpoints checkpoints;
    private final IntakeMetrics metrics;

    Intake(
            BatchReader reader,
            Inbox inbox,
            Settling settling,
            Books books,
            OutcomePublisher publisher,
            Checkpoints checkpoints,
            IntakeMetrics metrics) {
        this.reader = reader;
        this.inbox = inbox;
        this.settling = settling;
        this.books = books;
        this.publisher = publisher;
        this.checkpoints = checkpoints;
        this.metrics = metrics;
    }

    /// Handles what can be handled and commits it.
    ///
    /// @param member who we are in the group, asked at the commit: a rebalance that left us our
    ///   partitions may have moved our epoch on. If it took them, we keep the old epoch until the
    ///   next poll, and the group refuses the commit.
    /// @return where partitions stopped; everything in front of the stops is committed
    Stops process(ConsumerRecords<byte[], byte[]> records, Supplier<ConsumerGroupMetadata> member) {
        var batch = metrics.timed("read", () -> reader.read(records));
        var known = metrics.timed("look-up", () -> inbox.known(batch.eventIds()));
        var settled = metrics.timed("settle", () -> settling.settle(batch, known));
        checkpoints.reached(Checkpoint.GATEWAY_ANSWERED);
        metrics.timed("store", () -> books.enter(settled));
        checkpoints.reached(Checkpoint.DATABASE_COMMITTED);
        metrics.timed("publish", () -> publisher.publish(settled, member));
        checkpoints.reached(Checkpoint.KAFKA_COMMITTED);
        metrics.count(settled);
        return batch.stops();
    }
}
