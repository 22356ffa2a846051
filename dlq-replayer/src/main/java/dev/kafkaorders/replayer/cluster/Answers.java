package dev.kafkaorders.replayer.cluster;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Waits for what Kafka answers, not for ever.
public final class Answers {

    private static final int PATIENCE_SECONDS = 15;

    private Answers() {}

    /// The answer.
    ///
    /// @throws KafkaUnavailableException when there is none in time, or Kafka refuses; the cause is
    ///   what Kafka said
    public static <T> T of(Future<T> question, String what) {
        try {
            return question.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new KafkaUnavailableException(what, e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            throw new KafkaUnavailableException(what, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaUnavailableException(what, e);
        }
    }
}
