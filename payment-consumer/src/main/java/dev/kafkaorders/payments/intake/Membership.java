package dev.kafkaorders.payments.intake;

import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/// Who we are in the group, and what the group has committed.
interface Membership {

    /// To be asked at the commit: a rebalance that left us our partitions may have moved our epoch
    /// on. If it took them, we keep the old epoch until the next poll, and the group refuses the
    /// commit.
    ConsumerGroupMetadata metadata();

    /// Waits for transactions that are being completed. A partition without a commit is mapped to
    /// null.
    Map<TopicPartition, OffsetAndMetadata> committed(Set<TopicPartition> partitions);

    /// To be asked on the consumer's thread.
    static Membership of(Consumer<?, ?> consumer) {
        return new Membership() {
            @Override
            public ConsumerGroupMetadata metadata() {
                return consumer.groupMetadata();
            }

            @Override
            public Map<TopicPartition, OffsetAndMetadata> committed(
                    Set<TopicPartition> partitions) {
                return consumer.committed(partitions);
            }
        };
    }
}
