package dev.kafkaorders.replayer.offsets;

import dev.kafkaorders.replayer.cluster.KafkaUnavailableException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/// How far the log of resets was read, for those who wait for it.
final class ReadProgress {

    private final Map<Integer, Long> next = new HashMap<>();
    private boolean started;

    /// Everything was read that was there when reading began.
    synchronized void started() {
        started = true;
        notifyAll();
    }

    synchronized void reached(int partition, long position) {
        next.put(partition, position);
        notifyAll();
    }

    /// @throws KafkaUnavailableException when it isn't read in time
    synchronized void await(int partition, long offset, Duration patience) {
        await(() -> next.getOrDefault(partition, 0L) > offset, patience);
    }

    /// @throws KafkaUnavailableException when it hasn't in time
    synchronized void awaitStart(Duration patience) {
        await(() -> started, patience);
    }

    private void await(BooleanSupplier condition, Duration patience) {
        var giveUp = System.nanoTime() + patience.toNanos();
        try {
            while (!condition.getAsBoolean()) {
                var left = Duration.ofNanos(giveUp - System.nanoTime()).toMillis();
                if (left <= 0) {
                    throw new KafkaUnavailableException(
                            "read the log of resets", new TimeoutException());
                }
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaUnavailableException("read the log of resets", e);
        }
    }
}
