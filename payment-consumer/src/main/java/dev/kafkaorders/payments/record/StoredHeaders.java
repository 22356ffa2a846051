package dev.kafkaorders.payments.record;

import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// A record's headers as one column: JSON, with the values in Base64.
public final class StoredHeaders {

    private final JsonMapper json = JsonMapper.shared();

    public String write(Iterable<Header> headers) {
        return json.writeValueAsString(
                StreamSupport.stream(headers.spliterator(), false)
                        .map(header -> new Stored(header.key(), header.value()))
                        .toList());
    }

    public List<Header> read(String text) {
        return Stream.of(json.readValue(text, Stored[].class))
                .<Header>map(stored -> new RecordHeader(stored.name(), stored.value()))
                .toList();
    }

    @SuppressWarnings("ArrayRecordComponent") // Bytes are what a header consists of; not compared.
    private record Stored(String name, byte @Nullable [] value) {}
}
