package dev.kafkaorders.events;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/// Writes an event as JSON, and its attributes as CloudEvents headers in place of any that the
/// record had.
public final class EventSerializer implements Serializer<Event<?>> {

    private static final String SPEC_VERSION = "1.0";
    private static final String JSON = "application/json";

    private final EventJson json = new EventJson();

    /// @throws SerializationException always: without headers the event would lose its identity
    @Override
    public byte[] serialize(String topic, @Nullable Event<?> event) {
        throw new SerializationException("an event is written together with its headers");
    }

    @Override
    public byte @Nullable [] serialize(String topic, Headers headers, @Nullable Event<?> event) {
        if (event == null) {
            return null;
        }
        replace(headers, EventHeaders.SPEC_VERSION, SPEC_VERSION);
        replace(headers, EventHeaders.ID, event.id().toString());
        replace(headers, EventHeaders.SOURCE, event.source());
        replace(headers, EventHeaders.TYPE, event.type().typeName());
        replace(headers, EventHeaders.TIME, event.time().toString());
        replace(headers, EventHeaders.SUBJECT, event.data().orderId().toString());
        replace(headers, EventHeaders.CONTENT_TYPE, JSON);
        return json.write(event.data());
    }

    private static void replace(Headers headers, String name, String value) {
        headers.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
