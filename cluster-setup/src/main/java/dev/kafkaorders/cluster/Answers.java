package dev.kafkaorders.cluster;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.RetriableException;

/// Waits for what Kafka answers, as long as the client does.
final class Answers {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);

    private Answers() {}

    /// Asks again for some seconds while a broker says that it has not heard yet: what one broker
    /// has been told, the others know a moment later.
    ///
    /// @param what was to be done, for a person: "describe topics"
    /// @throws SetupFailed when Kafka refuses or doesn't answer
    static <T> T patiently(Supplier<KafkaFuture<T>> question, String what) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return of(question.get(), what);
            } catch (SetupFailed e) {
                if (!(e.getCause() instanceof RetriableException) || System.nanoTime() > deadline) {
                    throw e;
                }
                pause(what);
            }
        }
    }

    private static void pause(String what) {
        try {
            Thread.sleep(BETWEEN_TRIES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SetupFailed("Interrupted: " + what, e);
        }
    }

    /// Waits for one answer.
    ///
    /// @param what was to be done, for a person: "create topics"
    /// @throws SetupFailed when Kafka refuses or doesn't answer
    static <T> T of(KafkaFuture<T> question, String what) {
        try {
            return question.get();
        } catch (ExecutionException e) {
            throw new SetupFailed("Can't %s: %s".formatted(what, e.getCause()), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SetupFailed("Interrupted: " + what, e);
        }
    }
}
