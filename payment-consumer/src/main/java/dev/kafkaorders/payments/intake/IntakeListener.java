package dev.kafkaorders.payments.intake;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.support.Acknowledgment;

/// Hands each poll to the intake, and sees to the partitions that it stopped.
///
/// Acknowledges nothing: the intake commits the offsets itself. What it throws goes to
/// [RedeliveringErrorHandler].
final class IntakeListener implements BatchMessageListener<byte[], byte[]> {

    private final Intake intake;
    private final Redelivery redelivery;
    private final PartitionHolder holder;

    IntakeListener(Intake intake, Redelivery redelivery, PartitionHolder holder) {
        this.intake = intake;
        this.redelivery = redelivery;
        this.holder = holder;
    }

    @Override
    public boolean wantsPollResult() {
        return true;
    }

    @Override
    public void onMessage(
            ConsumerRecords<byte[], byte[]> polled,
            @Nullable Acknowledgment acknowledgment,
            Consumer<byte[], byte[]> consumer) {
        var records = redelivery.uncommitted(polled, consumer);
        var stops =
                records.isEmpty()
                        ? Map.<TopicPartition, Stop>of()
                        : intake.process(records, Membership.of(consumer));
        redelivery.succeeded(polled.partitions());
        var passed = new HashSet<>(polled.partitions());
        passed.removeAll(stops.keySet());
        holder.release(passed);
        stops.forEach((partition, stop) -> holder.hold(partition, stop, consumer));
    }

    @Override
    public void onMessage(List<ConsumerRecord<byte[], byte[]>> records) {
        throw new IllegalStateException("the container was not told to hand over whole polls");
    }
}
