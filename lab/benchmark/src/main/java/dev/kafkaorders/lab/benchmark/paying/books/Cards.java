package dev.kafkaorders.lab.benchmark.paying.books;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// Answers as payment-consumer's simulated gateway does, as far as the benchmark's orders ask for
/// it.
///
/// | payment method | answer to a charge |
/// | --- | --- |
/// | `pm_ok` | accepted |
/// | `pm_slow_MS` | accepted after that many milliseconds |
/// | `pm_flaky_N` | fails the first N times, then accepted |
final class Cards {
    private static final Pattern NUMBERED = Pattern.compile("pm_(slow|flaky)_(\\d{1,4})");

    private Cards() {}

    /// Empty when the card's bank did not answer.
    ///
    /// @throws IllegalArgumentException for any other payment method
    static Optional<Paid> charge(Incoming incoming) {
        var method = incoming.order().paymentMethod();
        if (method.equals("pm_ok")) {
            return Optional.of(accepted(incoming));
        }
        var matcher = NUMBERED.matcher(method);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a card of the benchmark: " + method);
        }
        var number = Integer.parseInt(matcher.group(2));
        if (matcher.group(1).equals("slow")) {
            await(number);
            return Optional.of(accepted(incoming));
        }
        return incoming.failedAttempts() < number
                ? Optional.empty()
                : Optional.of(accepted(incoming));
    }

    /// The same for the same event, whoever asks and however often.
    private static Paid accepted(Incoming incoming) {
        var name = UUID.nameUUIDFromBytes(incoming.eventId().toString().getBytes(UTF_8));
        return new Paid(incoming, "ch_" + name, Instant.now());
    }

    private static void await(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the gateway was asked", e);
        }
    }
}
