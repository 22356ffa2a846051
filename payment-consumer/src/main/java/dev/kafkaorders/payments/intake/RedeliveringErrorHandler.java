package dev.kafkaorders.payments.intake;

import java.time.Duration;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ListenerUtils;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.stereotype.Component;

/// Has a failed batch delivered again, with growing waits, for as long as it takes. Never skips:
/// spring-kafka's default handler gives a record up after ten attempts.
///
/// The wait holds up the consumer thread (its partitions have nothing else to do: the database or
/// Kafka is away) but not its membership, which a background thread keeps alive.
@Component
class RedeliveringErrorHandler implements CommonErrorHandler {

    private static final Logger log = LoggerFactory.getLogger(RedeliveringErrorHandler.class);

    private final Redelivery redelivery;
    private final IntakeSettings settings;
    private final IntakeMetrics metrics;

    RedeliveringErrorHandler(
            Redelivery redelivery, IntakeSettings settings, IntakeMetrics metrics) {
        this.redelivery = redelivery;
        this.settings = settings;
        this.metrics = metrics;
    }

    /// Makes the container call [#handleBatch] instead of keeping records back in memory, which
    /// could be somebody else's by the next attempt.
    @Override
    public boolean seeksAfterHandling() {
        return true;
    }

    /// False, or the container would commit what has just failed.
    @Override
    public boolean isAckAfterHandle() {
        return false;
    }

    @Override
    public void handleBatch(
            Exception failure,
            ConsumerRecords<?, ?> batch,
            Consumer<?, ?> consumer,
            MessageListenerContainer container,
            Runnable invokeListener) {
        // Seeking is local and can't fail: from here on nothing is skipped.
        batch.partitions()
                .forEach(partition ->
                        consumer.seek(partition, batch.records(partition).getFirst().offset()));
        var attempt = redelivery.failed(batch.partitions(), failure);
        metrics.batchFailed();
        log.atWarn()
                .addKeyValue("consumerGroup", container.getGroupId())
                .addKeyValue("partitions", batch.partitions())
                .addKeyValue("attempt", attempt)
                .setCause(failure)
                .log("A batch failed and will be delivered again");
        pause(container, settings.waitAfter(attempt));
    }

    /// A poll itself failed; the next one may not.
    @Override
    public void handleOtherException(
            Exception failure,
            Consumer<?, ?> consumer,
            MessageListenerContainer container,
            boolean batchListener) {
        log.atWarn()
                .addKeyValue("consumerGroup", container.getGroupId())
                .setCause(failure)
                .log("A poll failed and will be tried again");
        pause(container, settings.firstRetry());
    }

    private static void pause(MessageListenerContainer container, Duration wait) {
        try {
            ListenerUtils.stoppableSleep(container, wait.toMillis());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
