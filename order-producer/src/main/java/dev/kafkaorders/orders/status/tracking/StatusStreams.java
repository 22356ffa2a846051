package dev.kafkaorders.orders.status.tracking;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Runs the topology for as long as the service runs. Whatever goes wrong in it, orders are still
/// accepted and the view still answers, with what it has.
///
/// A thread that fails is replaced, after a pause, by one that begins at the last commit. Nothing
/// of what the failed one did is seen by anybody.
public final class StatusStreams implements SmartLifecycle, StreamsUncaughtExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(StatusStreams.class);

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration FAREWELL = Duration.ofSeconds(10);

    private final Topology topology;
    private final Properties properties;
    private final RestoreProgress restore = new RestoreProgress();
    private final MeterRegistry registry;
    private volatile boolean running;
    private @Nullable KafkaStreams streams;
    private @Nullable KafkaStreamsMetrics metrics;

    StatusStreams(Topology topology, Properties properties, MeterRegistry registry) {
        this.topology = topology;
        this.properties = properties;
        this.registry = registry;
    }

    /// Such as `RUNNING` or `REBALANCING`, which includes restoring.
    public synchronized String state() {
        return streams == null ? "NOT_STARTED" : streams.state().name();
    }

    /// Records read back from changelogs, of the stores that are being restored.
    public long restored() {
        return restore.restored();
    }

    /// Records that are still to be read back.
    public long toRestore() {
        return restore.remaining();
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("order-status-start").start(this::startUntilItWorks);
    }

    /// Fails while none of Kafka's names resolves, or somebody else has the state directory.
    private void startUntilItWorks() {
        try {
            while (running && !startOnce()) {
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean startOnce() {
        if (!running) {
            return false;
        }
        try {
            var candidate = new KafkaStreams(topology, properties);
            candidate.setUncaughtExceptionHandler(this);
            candidate.setGlobalStateRestoreListener(restore);
            candidate.start();
            streams = candidate;
            metrics = new KafkaStreamsMetrics(candidate);
            metrics.bindTo(registry);
            log.atInfo().log("Order tracking has started");
            return true;
        } catch (RuntimeException e) {
            log.atWarn().setCause(e).log("Order tracking can't start yet");
            return false;
        }
    }

    @Override
    public StreamThreadExceptionResponse handle(Throwable cause) {
        var heals = isOfKafka(cause);
        (heals ? log.atWarn() : log.atError())
                .setCause(cause)
                .log("Order tracking failed and goes on at its last commit");
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    private static boolean isOfKafka(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RetriableException) {
                return true;
            }
        }
        return false;
    }

    /// Gives the partitions to others at once, instead of leaving them without anybody until the
    /// session times out.
    @Override
    public void stop() {
        running = false;
        synchronized (this) {
            if (metrics != null) {
                metrics.close();
            }
            if (streams != null) {
                var closed =
                        streams.close(
                                CloseOptions.timeout(FAREWELL)
                                        .withGroupMembershipOperation(
                                                CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
                if (!closed) {
                    log.atWarn().log("Order tracking didn't end in time");
                }
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// From before the web server starts until after it has stopped.
    @Override
    public int getPhase() {
        return 0;
    }
}
