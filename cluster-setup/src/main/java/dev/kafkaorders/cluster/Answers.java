package dev.kafkaorders.cluster;

import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaFuture;

/// Waits for what Kafka answers, as long as the client does.
final class Answers {

    private Answers() {}

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
