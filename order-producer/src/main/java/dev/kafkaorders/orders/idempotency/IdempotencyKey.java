package dev.kafkaorders.orders.idempotency;

import dev.kafkaorders.events.NameBasedUuid;
import java.time.Instant;
import java.util.UUID;

/// A request's `Idempotency-Key`.
///
/// @param text as the client sent it or is told it
/// @param id what it is called in the log: of one length, whatever the client sends
/// @param generated whether the client left it to us, so that nobody else can be using it
public record IdempotencyKey(String text, UUID id, boolean generated) {

    private static final UUID NAMESPACE = UUID.fromString("9c2c1a56-3f0b-4f55-8f6b-0f8f3f1f6d0e");

    public static IdempotencyKey fromClient(String text) {
        return new IdempotencyKey(text, NameBasedUuid.of(NAMESPACE, text), false);
    }

    /// The id of one of the request's orders. A key that is used again after it expired gets
    /// another time, and so another order.
    ///
    /// @param ordered in order of time, so that whoever has an index of orders adds at its end
    /// @param index as which of the request's orders, from 0
    public UUID orderId(Instant acceptedAt, boolean ordered, int index) {
        var name = acceptedAt + "/" + index;
        return ordered ? NameBasedUuid.at(acceptedAt, id, name) : NameBasedUuid.of(id, name);
    }

    public static IdempotencyKey generate() {
        var text = UUID.randomUUID().toString();
        return new IdempotencyKey(text, NameBasedUuid.of(NAMESPACE, text), true);
    }
}
