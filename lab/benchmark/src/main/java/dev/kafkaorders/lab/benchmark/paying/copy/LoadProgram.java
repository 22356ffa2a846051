package dev.kafkaorders.lab.benchmark.paying.copy;

import dev.kafkaorders.lab.benchmark.paying.books.Surroundings;
import java.util.stream.IntStream;

/// Loads orders as payments, with as many threads as payment-consumer has.
public final class LoadProgram {
    /// How many.
    public static final int THREADS = 2;

    private LoadProgram() {}

    /// Runs until it is ended.
    public static void main(String[] arguments) {
        var surroundings = Surroundings.here();
        var database = surroundings.database(THREADS);
        IntStream.range(0, THREADS)
                .mapToObj(
                        number -> new Thread(new Loader(surroundings, database), "load-" + number))
                .forEach(Thread::start);
    }
}
