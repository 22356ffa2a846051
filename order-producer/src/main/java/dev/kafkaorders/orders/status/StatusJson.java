package dev.kafkaorders.orders.status;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

/// The JSON of documents and counts, with times as ISO 8601 text. A reader ignores fields that it
/// doesn't know, so that instances of different versions can share the topics.
public final class StatusJson {

    private final JsonMapper mapper =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    public byte[] write(Object value) {
        return mapper.writeValueAsBytes(value);
    }

    /// Reads what [#write] wrote.
    ///
    /// @throws JacksonException when the bytes are no JSON, or JSON that is no such thing
    public <T> T read(byte[] json, Class<T> type) {
        T value = mapper.readValue(json, type);
        if (value == null) {
            throw MismatchedInputException.from(null, type, "null says nothing");
        }
        return value;
    }
}
