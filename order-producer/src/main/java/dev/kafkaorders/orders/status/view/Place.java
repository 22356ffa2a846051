package dev.kafkaorders.orders.status.view;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/// The place of an order among all: the newest first. It doesn't change when the order does, so
/// whoever pages through sees each order once, however many come meanwhile.
public record Place(Instant placedAt, UUID orderId) {

    static final int BYTES = 3 * Long.BYTES;

    /// Reads what [#cursor] wrote; empty if it is no such text.
    public static Optional<Place> ofCursor(String cursor) {
        try {
            var bytes = Base64.getUrlDecoder().decode(cursor);
            return bytes.length == BYTES
                    ? Optional.of(parse(ByteBuffer.wrap(bytes)))
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// For URLs.
    public String cursor() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes());
    }

    static Place parse(ByteBuffer bytes) {
        var placedAt = Instant.ofEpochMilli(Long.MAX_VALUE - bytes.getLong());
        return new Place(placedAt, new UUID(bytes.getLong(), bytes.getLong()));
    }

    /// In an order in which later is less.
    byte[] bytes() {
        return ByteBuffer.allocate(BYTES)
                .putLong(Long.MAX_VALUE - placedAt.toEpochMilli())
                .putLong(orderId.getMostSignificantBits())
                .putLong(orderId.getLeastSignificantBits())
                .array();
    }
}
