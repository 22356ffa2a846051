package dev.kafkaorders.payments.intake;

import static java.util.stream.Collectors.toSet;

import dev.kafkaorders.payments.inbox.ConcurrentDeliveryException;
import dev.kafkaorders.payments.inbox.Inbox;
import dev.kafkaorders.payments.intake.Checkpoints.Checkpoint;
import dev.kafkaorders.payments.record.Delivery;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;

/// The way of a batch from its poll to its commit, in five steps.
///
/// Nothing counts before step 4, and Kafka's own view changes with step 5 only. Whatever throws in
/// between, and wherever the process dies, the batch is delivered again: events of which step 4
/// committed are then known in step 2, the others are asked of the gateway again under the same
/// idempotency keys. So the input log is the outbox, until its offsets are committed.
@Component
class Intake {

    private static final int MOST_ATTEMPTS = 5;

    private final BatchReader reader;
    private final Inbox inbox;
    private final Untold untold;
    private final Settling settling;
    private final Books books;
    private final OutcomePublisher publisher;
    private final Checkpoints checkpoints;
    private final IntakeMetrics metrics;
    private final FailureReport failures;

    Intake(
            BatchReader reader,
            Inbox inbox,
            Untold untold,
            Settling settling,
            Books books,
            OutcomePublisher publisher,
            Checkpoints checkpoints,
            IntakeMetrics metrics,
            FailureReport failures) {
        this.reader = reader;
        this.inbox = inbox;
        this.untold = untold;
        this.settling = settling;
        this.books = books;
        this.publisher = publisher;
        this.checkpoints = checkpoints;
        this.metrics = metrics;
        this.failures = failures;
    }

    /// Handles what can be handled and commits it.
    ///
    /// @return where partitions stop; everything in front of the stops is committed
    /// @throws ConcurrentDeliveryException when others get in the way time and again
    Map<TopicPartition, Stop> process(ConsumerRecords<byte[], byte[]> records, Membership member) {
        var batch = metrics.timed("read", () -> reader.read(records));
        if (batch.deliveries().isEmpty()) {
            return batch.notDue().byPartition();
        }
        var settled = store(batch, member, 1);
        checkpoints.reached(Checkpoint.DATABASE_COMMITTED);
        metrics.timed("publish", () -> publisher.publish(settled, member));
        checkpoints.reached(Checkpoint.KAFKA_COMMITTED);
        metrics.count(settled);
        failures.report(settled);
        return settled.stops();
    }

    /// Steps 2 to 4. When somebody else decides about some of the events meanwhile, they are looked
    /// up anew: that is no failure, unless it goes on and on.
    private SettledBatch store(Batch batch, Membership member, int attempt) {
        var known = metrics.timed("look-up", () -> inbox.known(batch.eventIds(), batch.orderIds()));
        confirmUncommitted(batch.decidedBefore(known), member);
        var retried = inbox.settledByRetries(batch.cancelledOrderIds());
        var stops = batch.notDue().copy();
        untold.stop(batch, known, retried, member, stops);
        var settled = metrics.timed("settle", () -> settling.settle(batch, known, stops));
        checkpoints.reached(Checkpoint.GATEWAY_ANSWERED);
        try {
            metrics.timed("store", () -> books.enter(settled));
            return settled;
        } catch (ConcurrentDeliveryException | PessimisticLockingFailureException e) {
            if (attempt == MOST_ATTEMPTS) {
                throw e;
            }
            return store(batch, member, attempt + 1);
        }
    }

    /// What these deliveries decided may not have left this service, and may be decided anew. Not
    /// so when the group has gone on: then another member has them behind it, and what it told
    /// counts.
    @SuppressWarnings("NullAway") // A partition without a commit is mapped to null.
    private static void confirmUncommitted(List<Delivery> decidedBefore, Membership member) {
        if (decidedBefore.isEmpty()) {
            return;
        }
        var committed =
                member.committed(
                        decidedBefore.stream()
                                .map(delivery -> delivery.position().topicPartition())
                                .collect(toSet()));
        for (var delivery : decidedBefore) {
            var partition = delivery.position().topicPartition();
            var next = committed.get(partition);
            if (next != null && next.offset() > delivery.position().offset()) {
                throw new PartitionLostException(partition);
            }
        }
    }
}
