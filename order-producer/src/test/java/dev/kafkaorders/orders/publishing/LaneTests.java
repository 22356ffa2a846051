package dev.kafkaorders.orders.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class LaneTests {

    private static final Duration A_MINUTE = Duration.ofMinutes(1);

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
        var lane = Thread.ofVirtual().start(lane());
        assertThat(again.publication())
                .succeedsWithin(Duration.ofSeconds(10))
                .isEqualTo(new Publication.Committed());
        room.close();
        lane.join();
    }

    private Lane lane() {
        var metrics = new PublishingMetrics(new SimpleMeterRegistry());
        var serializer = new ByteArraySerializer();
        return new Lane(
                room,
                new LaneProducer(
                        settings.transactionalId(0),
                        () -> new MockProducer<>(true, null, serializer, serializer),
                        metrics),
                settings,
                metrics);
    }

    private static Submission submission() {
        return new Submission(List.of(new ProducerRecord<>("orders", new byte[100])));
    }
}
