package dev.kafkaorders.events;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

/// The JSON of a [ConsumerControl], with times as ISO 8601 text. A reader ignores fields that it
/// doesn't know.
public final class ConsumerControlJson {

    private final JsonMapper mapper =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    public byte[] write(ConsumerControl control) {
        return mapper.writeValueAsBytes(control);
    }

    /// Reads what [#write] wrote.
    ///
    /// @throws JacksonException when the bytes are no JSON, or JSON that is no such thing
    public ConsumerControl read(byte[] json) {
        ConsumerControl control = mapper.readValue(json, ConsumerControl.class);
        if (control == null) {
            throw MismatchedInputException.from(null, ConsumerControl.class, "null says nothing");
        }
        return control;
    }
}
