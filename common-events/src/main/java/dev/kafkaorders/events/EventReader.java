package dev.kafkaorders.events;

import static java.util.stream.Collectors.joining;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;

/// Reads what a record holds. It never throws: a reader has to tell apart what it can't read, and
/// decide.
///
/// Not a Kafka `Deserializer`: one that throws stops a consumer in front of the record, for good.
public final class EventReader {

    private final EventJson json = new EventJson();

    public Decoded read(Headers headers, byte @Nullable [] value) {
        try {
            var typeName = attribute(headers, EventHeaders.TYPE);
            var type = EventType.named(typeName);
            if (type.isEmpty()) {
                return new Decoded.UnknownType(typeName);
            }
            if (value == null) {
                return new Decoded.Malformed("the value is null");
            }
            return new Decoded.Known(
                    new Event<>(
                            EventId.parse(attribute(headers, EventHeaders.ID)),
                            attribute(headers, EventHeaders.SOURCE),
                            time(attribute(headers, EventHeaders.TIME)),
                            json.read(type.get(), value)));
        } catch (JacksonException e) {
            return new Decoded.Malformed(reason(e));
        } catch (IllegalArgumentException | DateTimeException e) {
            return new Decoded.Malformed(String.valueOf(e.getMessage()));
        }
    }

    /// Jackson's own message would quote the payload.
    private static String reason(JacksonException e) {
        if (e instanceof StreamReadException) {
            return "the value is no JSON";
        }
        var path =
                e.getPath().stream()
                        .map(step ->
                                step.getIndex() < 0
                                        ? "." + step.getPropertyName()
                                        : "[" + step.getIndex() + "]")
                        .collect(joining("", "$", ""));
        var refusal = e.getCause();
        return refusal instanceof IllegalArgumentException
                        || refusal instanceof NullPointerException
                ? path + ": " + refusal.getMessage()
                : path + " is not of the expected type";
    }

    /// RFC 3339 allows any offset from UTC, not only `Z`.
    private static Instant time(String text) {
        return Instant.parse(text);
    }

    private static String attribute(Headers headers, String name) {
        var header = headers.lastHeader(name);
        if (header == null || header.value() == null) {
            throw new IllegalArgumentException("the header " + name + " is missing");
        }
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}
