package dev.kafkaorders.orders.idempotency;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// An entry as the value of a record.
final class EntryJson {

    /// @param orderedIds missing from what was written when no ids were
    private record Value(
            Entry.State state,
            String fingerprint,
            Instant acceptedAt,
            String instance,
            @Nullable Boolean orderedIds) {}

    private final JsonMapper mapper = JsonMapper.builder().build();

    byte[] write(Entry entry) {
        return mapper.writeValueAsBytes(
                new Value(
                        entry.state(),
                        entry.fingerprint().toString(),
                        entry.acceptedAt(),
                        entry.instance(),
                        entry.orderedIds()));
    }

    /// @throws JacksonException or IllegalArgumentException when this is no entry
    Entry read(byte[] json) {
        var value = mapper.readValue(json, Value.class);
        if (value.state() == null || value.acceptedAt() == null || value.instance() == null) {
            throw new IllegalArgumentException("an entry has no state, acceptedAt or instance");
        }
        return new Entry(
                value.state(),
                Fingerprint.parse(value.fingerprint()),
                value.acceptedAt(),
                value.instance().intern(),
                Boolean.TRUE.equals(value.orderedIds()));
    }
}
