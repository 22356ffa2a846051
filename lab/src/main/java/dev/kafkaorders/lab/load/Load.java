package dev.kafkaorders.lab.load;

import dev.kafkaorders.lab.ledger.Answer;
import dev.kafkaorders.lab.ledger.Asked;
import dev.kafkaorders.lab.ledger.Ledger;
import dev.kafkaorders.lab.ledger.Request;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// Callers who ask at a steady pace, and come back with the same key, at another door, when they
/// weren't told that it is done. What they ask follows from the seed; which of them comes first
/// doesn't.
public final class Load implements AutoCloseable {
    private static final long PAUSE_BETWEEN_TRIES_MILLIS = 200;

    private final LoadSettings settings;
    private final HttpClient http;
    private final List<Door> doors;
    private final Traffic traffic = new Traffic();
    private final Books books;
    private final long seed;
    private final Memory memory;
    private final AtomicLong turns = new AtomicLong();
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final long started = System.nanoTime();
    private volatile boolean over;

    /// Begins at once.
    public Load(LoadSettings settings, Ledger ledger, long seed) {
        this.settings = settings;
        this.seed = seed;
        http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(settings.patience())
                        .build();
        doors =
                settings.doors().stream()
                        .map(door -> new Door(door, http, settings.patience()))
                        .toList();
        books = new Books(ledger, traffic, Clock.systemUTC());
        memory = new Memory(new SplittableRandom(seed));
        for (var caller = 0; caller < settings.callers(); caller++) {
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

    /// Sends again what was left open, until each has an answer that counts or the time is over.
    ///
    /// @param requests the last ones of each key
    public void resolve(List<Request> requests, Duration time) {
        var deadline = System.nanoTime() + time.toNanos();
        var virtual = Thread.ofVirtual().factory();
        try (var threads = Executors.newFixedThreadPool(settings.callers(), virtual)) {
            for (var request : requests) {
                threads.execute(() -> resolve(request, deadline));
            }
        }
    }

    @Override
    public void close() {
        end();
        http.close();
    }

    private void resolve(Request request, long deadline) {
        var door = request.number();
        while (System.nanoTime() < deadline && !isSettled(sent(books.again(request), door))) {
            door++;
            pause();
        }
    }

    private void call() {
        while (!over) {
            var turn = turns.getAndIncrement();
            awaitTurn(turn);
            if (!over) {
                run(turn);
            }
        }
    }

    private void run(long turn) {
        var mix = new Mix(new SplittableRandom(seed ^ (turn * 0x9E3779B97F4A7C15L)));
        var name = "lab-" + turn;
        switch (mix.errand()) {
            case ORDER -> ask(name, mix.order(name), turn);
            case BATCH -> ask(name, mix.batch(name), turn);
            case CANCELLATION -> memory.takeOrder().ifPresent(order -> cancel(name, order, turn));
            case REPEAT ->
                    memory.anyRequest().ifPresent(request -> sent(books.again(request), turn));
        }
    }

    private void cancel(String key, UUID order, long turn) {
        ask(key, new Asked.Cancellation(order), turn);
    }

    private void ask(String key, Asked asked, long turn) {
        var request = books.first(key, asked);
        var answer = sent(request, turn);
        for (var attempt = 1; attempt < settings.tries() && !isSettled(answer); attempt++) {
            pause();
            answer = sent(books.again(request), turn + attempt);
        }
        memory.remember(request, placed(asked, answer));
    }

    private Answer sent(Request request, long turn) {
        return books.send(request, doors.get((int) (turn % doors.size())));
    }

    private static List<UUID> placed(Asked asked, Answer answer) {
        return answer instanceof Answer.Accepted(var orders, _)
                        && !(asked instanceof Asked.Cancellation)
                ? orders
                : List.of();
    }

    private static boolean isSettled(Answer answer) {
        return switch (answer) {
            case Answer.Accepted _ -> true;
            case Answer.Refused refusal -> refusal.isFinal();
            case Answer.Unknown _ -> false;
        };
    }

    private void awaitTurn(long turn) {
        var due = started + turn * 1_000_000_000L / settings.perSecond();
        while (!over && due > System.nanoTime()) {
            LockSupport.parkNanos(Math.min(due - System.nanoTime(), 100_000_000L));
        }
    }

    private static void pause() {
        LockSupport.parkNanos(Duration.ofMillis(PAUSE_BETWEEN_TRIES_MILLIS).toNanos());
    }
}
