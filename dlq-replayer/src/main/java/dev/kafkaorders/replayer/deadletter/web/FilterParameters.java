package dev.kafkaorders.replayer.deadletter.web;

import dev.kafkaorders.replayer.cluster.LogTime;
import dev.kafkaorders.replayer.deadletter.Cursor;
import dev.kafkaorders.replayer.deadletter.DeadLetterFilter;
import dev.kafkaorders.replayer.ledger.State;
import dev.kafkaorders.replayer.web.InvalidParameterException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads the query of a page. A parameter that is unknown is refused: who misspells a filter must
/// not be shown everything.
record FilterParameters(Map<String, String> query) {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MOST = 200;
    private static final Set<String> KNOWN =
            Set.of(
                    "topic",
                    "key",
                    "exception",
                    "text",
                    "type",
                    "attempts",
                    "from",
                    "to",
                    "state",
                    "cursor",
                    "limit");

    FilterParameters {
        for (var name : query.keySet()) {
            if (!KNOWN.contains(name)) {
                throw new InvalidParameterException(
                        name,
                        "is no filter; there are "
                                + String.join(", ", KNOWN.stream().sorted().toList()));
            }
        }
    }

    DeadLetterFilter filter() {
        return new DeadLetterFilter(
                text("topic"),
                text("key"),
                text("exception"),
                text("text"),
                text("type"),
                number("attempts"),
                parse("from", FilterParameters::time),
                parse("to", FilterParameters::time),
                parse("state", State::named));
    }

    @Nullable Cursor cursor() {
        return parse("cursor", FilterParameters::cursor);
    }

    int limit() {
        var limit = number("limit");
        if (limit != null && (limit < 1 || limit > MOST)) {
            throw new InvalidParameterException("limit", "must be 1 to " + MOST);
        }
        return limit == null ? DEFAULT_LIMIT : limit;
    }

    private @Nullable String text(String name) {
        return parse(name, text -> text);
    }

    private @Nullable Integer number(String name) {
        return parse(name, FilterParameters::digits);
    }

    private <T> @Nullable T parse(String name, Function<String, T> parser) {
        var text = query.get(name);
        if (text == null) {
            return null;
        }
        if (text.isEmpty()) {
            throw new InvalidParameterException(name, "is empty; leave it out");
        }
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidParameterException(name, String.valueOf(e.getMessage()));
        }
    }

    private static Instant time(String text) {
        try {
            return LogTime.checked(Instant.parse(text));
        } catch (DateTimeParseException _) {
            throw new IllegalArgumentException("must be a time such as 2026-11-24T12:00:00Z");
        }
    }

    private static Integer digits(String text) {
        if (!text.matches("\\d{1,9}")) {
            throw new IllegalArgumentException("must be a number in decimal digits");
        }
        return Integer.valueOf(text);
    }

    private static Cursor cursor(String text) {
        try {
            return Cursor.parse(text);
        } catch (IllegalArgumentException _) {
            throw new IllegalArgumentException(
                    "must be the next of a page before; leave it out for the first page");
        }
    }
}
