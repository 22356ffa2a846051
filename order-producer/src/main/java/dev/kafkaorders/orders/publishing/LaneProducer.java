package dev.kafkaorders.orders.publishing;

import java.time.Duration;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The producer of a lane: there is one, or one has to be made. Used by the lane's thread alone,
/// except for [#isReady].
final class LaneProducer {

    private static final Logger log = LoggerFactory.getLogger(LaneProducer.class);

    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final Duration NO_ACCIDENT = Duration.ofMinutes(1);
    private static final String REMEDY =
            "give each instance an orders.publishing.instance-id of its own";

    private static final String ACCESS = "let it log in, and grant it what it needs";

    private final String transactionalId;
    private final Supplier<Producer<byte[], byte[]>> factory;
    private final PublishingMetrics metrics;
    private volatile @Nullable Producer<byte[], byte[]> producer;
    private @Nullable Long fencedAt;

    LaneProducer(
            String transactionalId,
            Supplier<Producer<byte[], byte[]>> factory,
            PublishingMetrics metrics) {
        this.transactionalId = transactionalId;
        this.factory = factory;
        this.metrics = metrics;
    }

    String transactionalId() {
        return transactionalId;
    }

    boolean isReady() {
        return producer != null;
    }

    /// The ready producer.
    Producer<byte[], byte[]> get() {
        var ready = producer;
        if (ready == null) {
            throw new IllegalStateException("no producer for " + transactionalId);
        }
        return ready;
    }

    /// Makes a producer that may start transactions. Fences whoever used the `transactional.id`
    /// before and ends the transaction that he left open. When Kafka doesn't let us there is still
    /// none.
    void make() {
        Producer<byte[], byte[]> candidate = null;
        try {
            candidate = factory.get();
            candidate.initTransactions();
            metrics.watch(transactionalId, candidate);
            producer = candidate;
            log.atInfo().addKeyValue("transactionalId", transactionalId).log("Producer is ready");
        } catch (RuntimeException e) {
            var refused = FailureRules.isRefused(e);
            (refused ? log.atError().addKeyValue("remedy", ACCESS) : log.atWarn())
                    .addKeyValue("transactionalId", transactionalId)
                    .setCause(e)
                    .log(refused ? "Kafka refuses us" : "Producer can't start transactions yet");
            if (candidate != null) {
                candidate.close(Duration.ZERO);
            }
        }
    }

    /// Ends the open transaction. When that fails the producer is gone, and making the next one
    /// ends it.
    void abort() {
        try {
            get().abortTransaction();
        } catch (RuntimeException e) {
            discard(e);
        }
    }

    /// Gives the producer up at once.
    void discard(Throwable cause) {
        var again = FailureRules.isFenced(cause) && wasFencedJustBefore();
        (again ? log.atError().addKeyValue("remedy", REMEDY) : log.atWarn())
                .addKeyValue("transactionalId", transactionalId)
                .setCause(cause)
                .log(again ? "Producer is fenced again and again" : "Producer is replaced");
        metrics.producerReplaced();
        close(Duration.ZERO);
    }

    void close() {
        close(GRACE);
    }

    /// Once is a restart. Twice is another instance that has the same id and does the same to us.
    private boolean wasFencedJustBefore() {
        var now = System.nanoTime();
        var justBefore = fencedAt != null && now - fencedAt < NO_ACCIDENT.toNanos();
        fencedAt = now;
        return justBefore;
    }

    private void close(Duration grace) {
        var closing = producer;
        producer = null;
        if (closing != null) {
            metrics.forget(transactionalId);
            closing.close(grace);
        }
    }
}
