package dev.kafkaorders.payments.intake;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/// Puts a listener to the checkpoints in place of the one that does nothing.
public record CheckpointListener(Checkpoints checkpoints)
        implements ApplicationContextInitializer<GenericApplicationContext> {

    /// A listener that lets the first batch fail that reaches the checkpoint.
    public static CheckpointListener failingOnceAt(String checkpoint) {
        var failure = new AtomicBoolean(true);
        return new CheckpointListener(reached -> {
            if (reached.name().equals(checkpoint) && failure.getAndSet(false)) {
                throw new IllegalStateException("a failure for the test");
            }
        });
    }

    /// A listener that kills the consumer thread of any batch that reaches the checkpoint.
    public static CheckpointListener dyingAt(String checkpoint) {
        return new CheckpointListener(reached -> {
            if (reached.name().equals(checkpoint)) {
                throw new AssertionError("an error for the test");
            }
        });
    }

    /// A listener that holds up one batch at the checkpoint, as brokers that are away do.
    ///
    /// @param batch which one, from 1
    /// @param held opened when it is there
    public static CheckpointListener holdingUp(
            String checkpoint, int batch, CountDownLatch held, CountDownLatch until) {
        var batches = new AtomicInteger();
        return new CheckpointListener(reached -> {
            if (reached.name().equals(checkpoint) && batches.incrementAndGet() == batch) {
                held.countDown();
                await(until);
            }
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void initialize(GenericApplicationContext context) {
        context.registerBean(
                "checkpointListener",
                Checkpoints.class,
                () -> checkpoints,
                definition -> definition.setPrimary(true));
    }
}
