package dev.kafkaorders.lab.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A request and its answer.
///
/// @param answered when; null if nothing came, not even an error
public record Exchange(Request request, Answer answer, @Nullable Instant answered) {

    private static final Answer NEVER = new Answer.Unknown("the client ended without an answer");

    static Exchange unanswered(Request request) {
        return new Exchange(request, NEVER, null);
    }

    public Optional<Duration> took() {
        return Optional.ofNullable(answered).map(end -> Duration.between(request.sent(), end));
    }
}
