package dev.kafkaorders.localstack.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Waits by asking again and again.
public final class Await {
    private static final long BETWEEN_QUESTIONS_MILLIS = 25;

    private Await() {}

    /// What the question is answered with, or empty when it wasn't in time.
    public static <T> Optional<T> present(Duration time, Supplier<Optional<T>> question) {
        var answers = new ArrayList<T>(1);
        atMost(
                time,
                () -> {
                    question.get().ifPresent(answers::add);
                    return !answers.isEmpty();
                });
        return answers.stream().findFirst();
    }

    /// Whether the condition came true in time. An interrupt ends the waiting as a time-out does,
    /// and stays set.
    public static boolean atMost(Duration time, BooleanSupplier condition) {
        var deadline = System.nanoTime() + time.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() >= deadline) {
                return false;
            }
            try {
                Thread.sleep(BETWEEN_QUESTIONS_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
