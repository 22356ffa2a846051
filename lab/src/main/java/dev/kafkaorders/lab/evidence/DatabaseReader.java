package dev.kafkaorders.lab.evidence;

import dev.kafkaorders.events.EventId;
import dev.kafkaorders.events.Money;
import dev.kafkaorders.lab.audit.InboxRow;
import dev.kafkaorders.lab.audit.PaymentRow;
import dev.kafkaorders.lab.audit.Place;
import dev.kafkaorders.lab.audit.Tables;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// payment-consumer's tables, as they were at one moment.
final class DatabaseReader {
    private final Sources sources;

    DatabaseReader(Sources sources) {
        this.sources = sources;
    }

    Tables read() {
        try (var database =
                DriverManager.getConnection(
                        sources.jdbcUrl(), sources.databaseUser(), sources.databasePassword())) {
            database.setAutoCommit(false);
            database.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return new Tables(inbox(database), payments(database), parked(database));
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL can't be asked", e);
        }
    }

    private static List<InboxRow> inbox(Connection database) throws SQLException {
        return rows(
                database,
                """
                select event_id, order_id, state, attempts, topic, "partition", "offset",
                       processed_at, deliveries
                from inbox
                """,
                row ->
                        new InboxRow(
                                new EventId(uuid(row, "event_id")),
                                uuid(row, "order_id"),
                                InboxRow.State.valueOf(row.getString("state")),
                                row.getInt("attempts"),
                                new Place(
                                        row.getString("topic"),
                                        row.getInt("partition"),
                                        row.getLong("offset")),
                                row.getObject("processed_at", OffsetDateTime.class).toInstant(),
                                row.getInt("deliveries")));
    }

    private static List<PaymentRow> payments(Connection database) throws SQLException {
        return rows(
                database,
                """
                select order_id, status, amount_minor, currency, reference, refund_reference
                from payment
                """,
                row ->
                        new PaymentRow(
                                uuid(row, "order_id"),
                                PaymentRow.Status.valueOf(row.getString("status")),
                                amount(row),
                                row.getString("reference"),
                                row.getString("refund_reference")));
    }

    private static Set<EventId> parked(Connection database) throws SQLException {
        return Set.copyOf(
                rows(
                        database,
                        "select event_id from parked",
                        row -> new EventId(uuid(row, "event_id"))));
    }

    private static @Nullable Money amount(ResultSet row) throws SQLException {
        var currency = row.getString("currency");
        return currency == null
                ? null
                : new Money(row.getLong("amount_minor"), Currency.getInstance(currency));
    }

    private static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static <T> List<T> rows(Connection database, String sql, Row<T> row)
            throws SQLException {
        try (var statement = database.createStatement();
                var result = statement.executeQuery(sql)) {
            var rows = new ArrayList<T>();
            while (result.next()) {
                rows.add(row.read(result));
            }
            return rows;
        }
    }

    @FunctionalInterface
    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }
}
