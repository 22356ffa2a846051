package dev.kafkaorders.payments.sql;

import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.SqlArrayValue;

/// Rows as columns, each an array, as `unnest` and `any` want them: one statement for any number of
/// rows.
///
/// By the types of the arrays the driver sees that it can send them as they are. Whatever else, it
/// would spell character by character.
public record Columns<T>(Collection<? extends T> rows) {

    public SqlArrayValue texts(Function<? super T, @Nullable String> value) {
        return column("text", value, String[]::new);
    }

    /// As texts, since the driver knows no arrays of these: the statement has to cast them.
    public SqlArrayValue uuids(Function<? super T, @Nullable UUID> value) {
        return texts(row -> {
            var uuid = value.apply(row);
            return uuid == null ? null : uuid.toString();
        });
    }

    public SqlArrayValue ints(Function<? super T, @Nullable Integer> value) {
        return column("int4", value, Integer[]::new);
    }

    public SqlArrayValue longs(Function<? super T, @Nullable Long> value) {
        return column("int8", value, Long[]::new);
    }

    public SqlArrayValue bytes(Function<? super T, byte @Nullable []> value) {
        return column("bytea", value, byte[][]::new);
    }

    private <V extends @Nullable Object> SqlArrayValue column(
            String type, Function<? super T, V> value, IntFunction<V[]> array) {
        return new SqlArrayValue(type, (Object[]) rows.stream().map(value).toArray(array));
    }
}
