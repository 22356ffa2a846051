package dev.kafkaorders.replayer.deadletter;

import static java.util.Locale.ROOT;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kafkaorders.replayer.cluster.LogTime;
import dev.kafkaorders.replayer.ledger.Ledger;
import dev.kafkaorders.replayer.ledger.State;
import dev.kafkaorders.replayer.masking.Masking;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which dead letters are looked for: those that fulfil all that is given.
///
/// @param topic the topic it was first written to
/// @param exception the class of the failure, with or without its package
/// @param text is in the message or the payload, as far as these may be seen; in any case
/// @param type the event's type, with or without its namespace
/// @param attempts tried in vain at least so often
/// @param from died then or later
/// @param to died before
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeadLetterFilter(
        @Nullable String topic,
        @Nullable String key,
        @Nullable String exception,
        @Nullable String text,
        @Nullable String type,
        @Nullable Integer attempts,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable State state) {

    public static final DeadLetterFilter ALL =
            new DeadLetterFilter(null, null, null, null, null, null, null, null, null);

    public DeadLetterFilter {
        from = from == null ? null : LogTime.checked(from);
        to = to == null ? null : LogTime.checked(to);
    }

    public boolean matches(DeadLetter letter, Ledger ledger, Masking masking) {
        return (from == null || !letter.at().isBefore(from))
                && (to == null || letter.at().isBefore(to))
                && (topic == null || letter.originTopic().filter(topic::equals).isPresent())
                && (key == null || key.equals(letter.key()))
                && (exception == null || isNamed(letter.exception(), exception))
                && (type == null || isNamed(letter.type(), type))
                && (attempts == null || letter.attempts().orElse(0) >= attempts)
                && (state == null || ledger.state(letter.id()) == state)
                && (text == null || contains(letter, text.toLowerCase(ROOT), masking));
    }

    private static boolean isNamed(Optional<String> name, String wanted) {
        return name.filter(full ->
                        full.equals(wanted)
                                || full.endsWith("." + wanted)
                                || full.endsWith("$" + wanted))
                .isPresent();
    }

    /// In masked text only: else a search could find out, letter by letter, what is masked.
    private static boolean contains(DeadLetter letter, String wanted, Masking masking) {
        var payload = masking.mask(letter.value());
        var message = payload.hideIn(letter.message().orElse(null));
        return payload.text().toLowerCase(ROOT).contains(wanted)
                || (message != null && message.toLowerCase(ROOT).contains(wanted));
    }
}
