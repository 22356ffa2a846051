package dev.kafkaorders.payments.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkaorders.events.RetryHeaders;
import dev.kafkaorders.payments.record.DeliveryReader;
import dev.kafkaorders.payments.retry.RetryMetrics;
import dev.kafkaorders.payments.retry.RetrySchedule;
import dev.kafkaorders.payments.stage.Orders;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class BatchReaderTests {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final TopicPartition RETRIES = new TopicPartition("group.retry.1s", 0);

    private final Clock clock = Clock.fixed(NOON.plusMillis(20), ZoneOffset.UTC);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final HeldPartitions held = new HeldPartitions(clock);
    private final BatchReader reader =
            new BatchReader(
                    new DeliveryReader(),
                    new RetryMetrics(
                            meters, new RetrySchedule("group", List.of(Duration.ofSeconds(1)))),
                    held,
                    clock);

    @Test
    void saysHowLateARetryIs() {
        reader.read(retryDueAt(NOON));
        var lateness = meters.get("payments.retry.lateness").timer();
        assertThat(lateness.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(20);
    }

    @Test
    void readsUpToTheFirstThatIsNotDue() {
        var due = NOON.plusSeconds(1);
        var batch = reader.read(retryDueAt(due));
        assertThat(batch.deliveries()).isEmpty();
        assertThat(batch.notDue().byPartition())
                .containsEntry(RETRIES, new Stop(0, new Stop.Reason.NotDue(due)));
    }

    @Test
    void aRetryIsNoLaterForThatItsPartitionIsHeld() {
        reader.read(retryDueAt(NOON));
        held.hold(RETRIES, 0, Stop.Reason.GATEWAY_AWAY);
        reader.read(retryDueAt(NOON));
        assertThat(meters.get("payments.retry.lateness").timer().count()).isOne();
    }

    private static ConsumerRecords<byte[], byte[]> retryDueAt(Instant due) {
        var record = Deliveries.record(RETRIES.topic(), 0, 0, Orders.placed("pm_ok"), 1);
        record.headers().add(RetryHeaders.DUE, due.toString().getBytes(UTF_8));
        return new ConsumerRecords<>(Map.of(RETRIES, List.of(record)), Map.of());
    }
}
