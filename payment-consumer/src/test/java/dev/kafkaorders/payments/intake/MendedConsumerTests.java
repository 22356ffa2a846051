package dev.kafkaorders.payments.intake;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MendedConsumerTests {

    private static final TopicPartition FIRST = new TopicPartition("orders", 0);
    private static final TopicPartition SECOND = new TopicPartition("orders", 1);

    private final Kafka kafka = new Kafka();
    private final Consumer<byte[], byte[]> mended = MendedConsumer.of(kafka);
    private final Assigned assigned = new Assigned();

    @Test
    void leavesToOthersWhatItHasLostInTheSamePoll() {
        subscribed();
        kafka.schedulePollTask(() -> {
            kafka.told().onPartitionsLost(Set.of(FIRST));
            kafka.addRecord(record(FIRST, 0));
            kafka.addRecord(record(SECOND, 0));
        });
        var polled = mended.poll(Duration.ZERO);
        assertThat(polled.partitions()).containsExactly(SECOND);
        assertThat(polled.nextOffsets()).containsOnlyKeys(SECOND);
        assertThat(assigned).containsExactly(SECOND);
    }

    /// Its position is behind the record that nobody was handed.
    @Test
    void commitsNothingOfWhatItHasLost() {
        subscribed();
        kafka.schedulePollTask(() -> {
            kafka.told().onPartitionsLost(Set.of(FIRST));
            kafka.addRecord(record(FIRST, 0));
        });
        mended.poll(Duration.ZERO);
        assertThat(mended.position(FIRST)).isEqualTo(1);
        assertThatExceptionOfType(CommitFailedException.class)
                .isThrownBy(() -> commit(mended.position(FIRST), FIRST));
        assertThat(mended.committed(Set.of(FIRST))).isEmpty();
    }

    @Test
    void commitsWhatItHas() {
        subscribed();
        kafka.told().onPartitionsLost(Set.of(FIRST));
        kafka.told().onPartitionsAssigned(Set.of(FIRST));
        commit(7, FIRST);
        assertThat(mended.committed(Set.of(FIRST)).get(FIRST).offset()).isEqualTo(7);
    }

    private void commit(long offset, TopicPartition partition) {
        mended.commitSync(Map.of(partition, new OffsetAndMetadata(offset)), Duration.ofSeconds(1));
    }

    @Test
    void leavesItToOthersAlsoWhileSomethingIsPaused() {
        subscribed();
        mended.pause(Set.of(SECOND));
        kafka.schedulePollTask(() -> {
            kafka.told().onPartitionsLost(Set.of(FIRST));
            kafka.addRecord(record(FIRST, 0));
        });
        assertThat(mended.poll(Duration.ofMillis(50)).nextOffsets()).isEmpty();
    }

    @Test
    void handsOverWhatItWasGivenBack() {
        subscribed();
        kafka.told().onPartitionsLost(Set.of(FIRST));
        kafka.told().onPartitionsAssigned(Set.of(FIRST));
        kafka.addRecord(record(FIRST, 0));
        assertThat(mended.poll(Duration.ZERO).count()).isEqualTo(1);
    }

    @Test
    void handsOverEverythingToWhoTookThePartitionsHimself() {
        mended.assign(Set.of(FIRST));
        kafka.updateBeginningOffsets(Map.of(FIRST, 0L));
        kafka.addRecord(record(FIRST, 0));
        assertThat(mended.poll(Duration.ZERO).count()).isEqualTo(1);
    }

    private void subscribed() {
        mended.subscribe(Set.of("orders"), assigned);
        kafka.rebalance(Set.of(FIRST, SECOND));
        kafka.updateBeginningOffsets(Map.of(FIRST, 0L, SECOND, 0L));
    }

    private static ConsumerRecord<byte[], byte[]> record(TopicPartition partition, long offset) {
        return new ConsumerRecord<>(
                partition.topic(), partition.partition(), offset, new byte[0], new byte[0]);
    }

    /// Lets a test tell of a loss and hand over records of what was lost all the same.
    private static final class Kafka extends MockConsumer<byte[], byte[]> {

        private @Nullable ConsumerRebalanceListener listener;

        Kafka() {
            super("earliest");
        }

        @Override
        public synchronized void subscribe(
                Collection<String> topics, ConsumerRebalanceListener listener) {
            this.listener = listener;
            super.subscribe(topics, listener);
        }

        synchronized ConsumerRebalanceListener told() {
            return requireNonNull(listener);
        }
    }

    /// What the service takes for its own.
    private static final class Assigned extends HashSet<TopicPartition>
            implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            addAll(partitions);
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            removeAll(partitions);
        }
    }
}
