package dev.kafkaorders.lab.load;

import dev.kafkaorders.lab.ledger.Ledger;
import dev.kafkaorders.lab.ledger.Request;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// Many callers who ask at a steady pace. What they ask follows from the seed; which of them comes
/// first doesn't.
public final class Load implements AutoCloseable {
    private static final long LONGEST_NAP_NANOS = Duration.ofMillis(100).toNanos();

    private final LoadSettings settings;
    private final HttpClient http;
    private final Traffic traffic = new Traffic();
    private final Caller caller;
    private final AtomicLong turns = new AtomicLong();
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final long started = System.nanoTime();
    private volatile boolean over;

    /// Begins at once.
    public Load(LoadSettings settings, Ledger ledger, long seed) {
        this.settings = settings;
        http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(settings.patience())
                        .build();
        var doors =
                settings.doors().stream()
                        .map(door -> new Door(door, http, settings.patience()))
                        .toList();
        var books = new Books(ledger, traffic, Clock.systemUTC());
        caller = new Caller(books, doors, settings, seed);
        for (var number = 0; number < settings.callers(); number++) {
            callers.execute(this::call);
        }
    }

    public Traffic traffic() {
        return traffic;
    }

    /// No more is asked. Returns when what is under way has been answered.
    public void end() {
        over = true;
        callers.close();
    }

    /// Sends again what was left open, until each has an answer that counts, or for that long none
    /// was given one: how long all of it takes is a matter of how much it is.
    ///
    /// @param requests the last ones of each key
    /// @param patience that is renewed by each answer
    /// @param settled told of each answer that counts
    public void resolve(List<Request> requests, Duration patience, Runnable settled) {
        var remaining = new Patience(patience);
        var virtual = Thread.ofVirtual().factory();
        try (var threads = Executors.newFixedThreadPool(settings.callers(), virtual)) {
            for (var request : requests) {
                threads.execute(() -> {
                    if (caller.resolve(request, remaining)) {
                        remaining.renew();
                        settled.run();
                    }
                });
            }
        }
    }

    @Override
    public void close() {
        end();
        http.close();
    }

    private void call() {
        while (!over) {
            var turn = turns.getAndIncrement();
            awaitTurn(turn);
            if (!over) {
                caller.run(turn);
            }
        }
    }

    private void awaitTurn(long turn) {
        var due = started + turn * 1_000_000_000L / settings.perSecond();
        while (!over && due > System.nanoTime()) {
            LockSupport.parkNanos(Math.min(due - System.nanoTime(), LONGEST_NAP_NANOS));
        }
    }
}
