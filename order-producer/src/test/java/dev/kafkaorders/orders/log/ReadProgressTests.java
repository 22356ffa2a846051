package dev.kafkaorders.orders.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ReadProgressTests {

    private static final TopicPartition PARTITION = new TopicPartition("some", 0);
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private final ReadProgress progress = new ReadProgress();

    @Test
    @Timeout(30)
    void restsNoLongerThanUntilSomebodyWaits() throws InterruptedException {
        var waiting = Thread.ofVirtual().start(this::awaitFirst);
        progress.awaitDemand(A_MINUTE);
        progress.reached(PARTITION, 1);
        waiting.join();
    }

    @Test
    void restsWhenNobodyWaits() throws InterruptedException {
        progress.reached(PARTITION, 1);
        assertThat(progress.awaitReached(PARTITION, 1, A_MINUTE)).isTrue();
        assertThat(progress.awaitReached(PARTITION, 2, Duration.ZERO)).isFalse();
        var began = System.nanoTime();
        progress.awaitDemand(Duration.ofMillis(20));
        assertThat(Duration.ofNanos(System.nanoTime() - began))
                .isGreaterThanOrEqualTo(Duration.ofMillis(20));
    }

    @Test
    void countsWhatIsLeftOfWhatWasThereWhenItBegan() {
        progress.begins(Map.of(PARTITION, 10L), Map.of(PARTITION, 30L));
        assertThat(progress.total()).isEqualTo(20);
        progress.reached(PARTITION, 25);
        assertThat(progress.remaining()).isEqualTo(5);
        progress.reached(PARTITION, 31);
        assertThat(progress.remaining()).isZero();
    }

    private void awaitFirst() {
        try {
            progress.awaitReached(PARTITION, 1, A_MINUTE);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
