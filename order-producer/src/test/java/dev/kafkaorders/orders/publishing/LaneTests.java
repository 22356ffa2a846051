package dev.kafkaorders.orders.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class LaneTests {

    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final String POISON = "poison";
    private static final ByteArraySerializer SERIALIZER = new ByteArraySerializer();

    private final PublishingSettings settings =
            new PublishingSettings(
                    "test",
                    1,
                    10,
                    DataSize.ofMegabytes(1),
                    10,
                    10,
                    A_MINUTE,
                    A_MINUTE,
                    A_MINUTE,
                    A_MINUTE);
    private final WaitingRoom room = new WaitingRoom(settings);

    /// Told after the answer, the waiting room would expect him once more, and have him wait for
    /// somebody who does not exist.
    @Test
    void expectsWhoIsBackTheMomentHeIsAnsweredOnce() throws InterruptedException {
        var first = submission();
        var again = submission();
        var _ = first.publication().thenRun(() -> room.enter(again));
        room.enter(first);
        var lane = Thread.ofVirtual().start(lane(List.of(producer())));
        assertThat(again.publication())
                .succeedsWithin(Duration.ofSeconds(10))
                .isEqualTo(new Publication.Committed());
        room.close();
        lane.join();
    }

    /// He has been told that he may come again, and a repeated request may have another order's id.
    @Test
    void whoIsGivenUpWhileOthersAreTriedAloneIsNotWritten() throws InterruptedException {
        var before = submission();
        var givenUp = submission();
        var producer = new Spoilt(() -> givenUp.giveUp(new Publication.QueueFull()));
        enter(before, poison(), givenUp);
        var lane = Thread.ofVirtual().start(lane(List.of(producer)));
        room.close();
        lane.join();
        assertThat(before.publication()).isCompletedWithValue(new Publication.Committed());
        assertThat(producer.history()).containsExactlyElementsOf(before.records());
    }

    @Test
    void whoIsPutBackWhileOthersAreTriedAloneIsServedInTurn() throws InterruptedException {
        var group = List.of(submission(), submission(), submission());
        var producer = new Spoilt(() -> {});
        producer.commitTransactionException = new KafkaException("not told");
        enter(poison(), group.getFirst(), group.get(1), group.get(2));
        var next = producer();
        var lane = Thread.ofVirtual().start(lane(List.of(producer, next)));
        room.close();
        lane.join();
        assertThat(group.getFirst().publication())
                .isCompletedWithValueMatching(Publication.OutcomeUnknown.class::isInstance);
        assertThat(next.history())
                .containsExactly(
                        group.get(1).records().getFirst(), group.get(2).records().getFirst());
    }

    private Lane lane(List<Producer<byte[], byte[]>> producers) {
        var metrics = new PublishingMetrics(new SimpleMeterRegistry());
        var left = producers.iterator();
        return new Lane(
                room,
                new LaneProducer(settings.transactionalId(0), left::next, metrics),
                settings,
                metrics);
    }

    private void enter(Submission... submissions) {
        for (var submission : submissions) {
            assertThat(room.enter(submission)).isTrue();
        }
    }

    private static MockProducer<byte[], byte[]> producer() {
        return new MockProducer<>(true, null, SERIALIZER, SERIALIZER);
    }

    private static Submission submission() {
        return new Submission(List.of(new ProducerRecord<>("orders", new byte[100])));
    }

    private static Submission poison() {
        return new Submission(List.of(new ProducerRecord<>(POISON, new byte[100])));
    }

    /// Refuses poison, and does something while it aborts what was spoilt by it.
    private static final class Spoilt extends MockProducer<byte[], byte[]> {

        private final Runnable whileAborting;

        Spoilt(Runnable whileAborting) {
            super(true, null, SERIALIZER, SERIALIZER);
            this.whileAborting = whileAborting;
        }

        @Override
        public synchronized Future<RecordMetadata> send(
                ProducerRecord<byte[], byte[]> record, Callback callback) {
            if (record.topic().equals(POISON)) {
                throw new RecordTooLargeException();
            }
            return super.send(record, callback);
        }

        @Override
        public void abortTransaction() {
            super.abortTransaction();
            whileAborting.run();
        }
    }
}
