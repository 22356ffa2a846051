package dev.kafkaorders.events;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

/// The JSON of the events' data. A reader ignores fields that it doesn't know and takes the default
/// for an optional one that is missing, so that producers and consumers can be upgraded in any
/// order.
public final class EventJson {

    private final JsonMapper mapper =
            JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    public byte[] write(DomainEvent event) {
        return mapper.writeValueAsBytes(event);
    }

    /// Reads the data of an event of that type.
    ///
    /// @throws JacksonException when the bytes are no JSON, or JSON that is no such event
    public DomainEvent read(EventType type, byte[] json) {
        DomainEvent event = mapper.readValue(json, type.dataType());
        if (event == null) {
            throw MismatchedInputException.from(null, type.dataType(), "null is no event");
        }
        return event;
    }
}
