package dev.kafkaorders.orders.status.view;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kafkaorders.orders.status.OrderDocument;
import dev.kafkaorders.orders.status.OrderState;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/// An order as the view stores it: what its place in the indexes follows from, in front of the
/// document, so that it can be found without reading JSON.
///
/// @param json the document
@SuppressWarnings("ArrayRecordComponent") // Bytes are what is stored; not compared.
record Entry(OrderState.Name state, Instant placedAt, byte[] json) {

    static Entry of(OrderDocument document, byte[] json) {
        return new Entry(document.state(), Objects.requireNonNull(document.placedAt()), json);
    }

    static Entry parse(byte[] stored) {
        var bytes = ByteBuffer.wrap(stored);
        var placedAt = Instant.ofEpochMilli(bytes.getLong());
        var name = new byte[bytes.get()];
        bytes.get(name);
        var json = new byte[bytes.remaining()];
        bytes.get(json);
        return new Entry(OrderState.Name.valueOf(new String(name, UTF_8)), placedAt, json);
    }

    byte[] bytes() {
        var name = state.name().getBytes(UTF_8);
        return ByteBuffer.allocate(Long.BYTES + 1 + name.length + json.length)
                .putLong(placedAt.toEpochMilli())
                .put((byte) name.length)
                .put(name)
                .put(json)
                .array();
    }

    Place place(UUID id) {
        return new Place(placedAt, id);
    }
}
