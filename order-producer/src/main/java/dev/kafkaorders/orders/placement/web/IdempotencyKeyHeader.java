package dev.kafkaorders.orders.placement.web;

import dev.kafkaorders.orders.idempotency.IdempotencyKey;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The header of draft-ietf-httpapi-idempotency-key-header. The draft has it in quotes, many
/// clients send it without; both mean the same key.
final class IdempotencyKeyHeader {

    static final String NAME = "Idempotency-Key";

    /// Tells a stored answer from a first one.
    static final String REPLAYED = "Idempotent-Replayed";

    private static final int MAX_LENGTH = 255;
    private static final Pattern PRINTABLE_ASCII = Pattern.compile("[\\x20-\\x7e]+");

    private IdempotencyKeyHeader() {}

    /// @throws InvalidIdempotencyKey when that is no key
    static IdempotencyKey parse(@Nullable String value) {
        if (value == null) {
            return IdempotencyKey.generate();
        }
        var text = unquoted(value.strip());
        if (text.isBlank() || text.length() > MAX_LENGTH) {
            throw new InvalidIdempotencyKey("must have 1 to " + MAX_LENGTH + " characters");
        }
        if (!PRINTABLE_ASCII.matcher(text).matches()) {
            throw new InvalidIdempotencyKey("must be printable ASCII");
        }
        return IdempotencyKey.fromClient(text);
    }

    private static String unquoted(String value) {
        var quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
