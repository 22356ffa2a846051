package dev.kafkaorders.payments.sql;

import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.SqlArrayValue;

/// Rows as columns, each an array, as `unnest` and `any` want them: one statement for any number of
/// rows.
public record Columns<T>(Collection<? extends T> rows) {

    /// One column.
    ///
    /// @param type of the elements, by PostgreSQL's name
    public SqlArrayValue of(String type, Function<? super T, ? extends @Nullable Object> value) {
        return new SqlArrayValue(type, rows.stream().<@Nullable Object>map(value).toArray());
    }

    /// One column of bytes, of which the driver wants to see the type.
    public SqlArrayValue ofBytes(Function<? super T, byte @Nullable []> value) {
        return new SqlArrayValue(
                "bytea", (Object[]) rows.stream().map(value).toArray(byte[][]::new));
    }
}
