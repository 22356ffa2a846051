package dev.kafkaorders.lab.load;

import dev.kafkaorders.lab.ledger.Answer;
import dev.kafkaorders.lab.ledger.Asked;
import dev.kafkaorders.lab.ledger.Request;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/// Runs errands. Who isn't told that it is done comes back with the same key, at another door.
final class Caller {
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);

    private final Books books;
    private final List<Door> doors;
    private final int tries;
    private final int largestBatch;
    private final long seed;
    private final Memory memory;

    Caller(Books books, List<Door> doors, LoadSettings settings, long seed) {
        this.books = books;
        this.doors = List.copyOf(doors);
        tries = settings.tries();
        largestBatch = settings.largestBatch();
        this.seed = seed;
        memory = new Memory(new SplittableRandom(seed));
    }

    /// What is asked follows from the seed and the turn; which order is cancelled, and what is
    /// repeated, depends on what others have been told by then.
    void run(long turn) {
        var random = new SplittableRandom(seed ^ (turn * 0x9E3779B97F4A7C15L));
        var mix = new Mix(random, largestBatch);
        var name = "lab-" + turn;
        switch (mix.errand()) {
            case ORDER -> ask(name, mix.order(name), turn);
            case BATCH -> ask(name, mix.batch(name), turn);
            case CANCELLATION ->
                    memory.takeOrder()
                            .ifPresent(order -> ask(name, new Asked.Cancellation(order), turn));
            case REPEAT ->
                    memory.anyRequest().ifPresent(request -> send(books.again(request), turn));
        }
    }

    /// Sends the request again until it has an answer that counts; false when patience ends.
    boolean resolve(Request request, Patience patience) {
        var door = request.number();
        while (patience.lasts()) {
            if (isSettled(send(books.again(request), door))) {
                return true;
            }
            door++;
            pause();
        }
        return false;
    }

    private void ask(String key, Asked asked, long turn) {
        var request = books.first(key, asked);
        var answer = send(request, turn);
        for (var attempt = 1; attempt < tries && !isSettled(answer); attempt++) {
            pause();
            answer = send(books.again(request), turn + attempt);
        }
        memory.remember(request, placed(asked, answer));
    }

    private Answer send(Request request, long turn) {
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

    private static void pause() {
        LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
    }
}
