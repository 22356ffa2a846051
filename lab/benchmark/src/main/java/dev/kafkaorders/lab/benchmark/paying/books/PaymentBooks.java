package dev.kafkaorders.lab.benchmark.paying.books;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kafkaorders.events.Event;
import dev.kafkaorders.events.EventId;
import dev.kafkaorders.events.EventJson;
import dev.kafkaorders.events.EventType;
import dev.kafkaorders.events.PaymentEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;

/// payment-consumer's tables `inbox` and `payment`, kept as it keeps them: an event counts once,
/// whoever writes it and however often it comes.
public final class PaymentBooks {
    private static final EventJson JSON = new EventJson();

    private final DataSource database;

    public PaymentBooks(DataSource database) {
        this.database = database;
    }

    /// What was told about those of these events that were paid before, to be told again.
    public Map<EventId, Event<PaymentEvent>> outcomes(Collection<Incoming> orders)
            throws SQLException {
        try (var connection = database.getConnection();
                var query =
                        connection.prepareStatement(
                                """
                                select event_id, outcome_type, outcome_time, outcome
                                from inbox where event_id = any(?)
                                """)) {
            query.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", orders.stream().map(one -> one.eventId().value()).toArray()));
            try (var rows = query.executeQuery()) {
                var known = new HashMap<EventId, Event<PaymentEvent>>();
                while (rows.next()) {
                    known.put(new EventId(rows.getObject(1, UUID.class)), outcome(rows));
                }
                return known;
            }
        }
    }

    /// Enters all of them in one statement, hence in one transaction. What somebody else has
    /// entered meanwhile stays as it is.
    public void enter(List<Paid> paid) throws SQLException {
        try (var connection = database.getConnection();
                var insert =
                        connection.prepareStatement(
                                """
                                with paid as (
                                    select *
                                    from unnest(?::uuid[], ?::uuid[], ?::text[], ?::int[],
                                                ?::bigint[], ?::bigint[], ?::text[], ?::text[],
                                                ?::text[], ?::timestamptz[], ?::text[])
                                      as p (event_id, order_id, topic, "partition",
                                            "offset", amount_minor, currency, reference,
                                            outcome_type, outcome_time, outcome)),
                                added as (
                                    insert into inbox (event_id, order_id, topic, "partition",
                                                       "offset", outcome_type, outcome_time,
                                                       outcome)
                                    select event_id, order_id, topic, "partition", "offset",
                                           outcome_type, outcome_time, outcome::json
                                    from paid
                                    order by event_id
                                    on conflict (event_id) do nothing
                                    returning event_id)
                                insert into payment (order_id, status, amount_minor, currency,
                                                     reference)
                                select order_id, 'CAPTURED', amount_minor, currency, reference
                                from paid join added using (event_id)
                                order by order_id
                                on conflict (order_id) do nothing
                                """)) {
            var columns = new Columns(connection, insert, paid);
            columns.set(1, "uuid", one -> one.incoming().eventId().value());
            columns.set(2, "uuid", one -> one.incoming().order().orderId());
            columns.set(3, "text", one -> one.incoming().record().topic());
            columns.set(4, "int4", one -> one.incoming().record().partition());
            columns.set(5, "int8", one -> one.incoming().record().offset());
            columns.set(6, "int8", one -> one.incoming().order().total().minorUnits());
            columns.set(
                    7, "text", one -> one.incoming().order().total().currency().getCurrencyCode());
            columns.set(8, "text", Paid::reference);
            columns.set(9, "text", one -> one.outcome().type().typeName());
            columns.set(10, "text", one -> one.time().toString());
            columns.set(11, "text", one -> new String(JSON.write(one.outcome().data()), UTF_8));
            insert.executeUpdate();
        }
    }

    private static Event<PaymentEvent> outcome(ResultSet row) throws SQLException {
        var type = EventType.named(row.getString(2)).orElseThrow();
        var time = row.getObject(3, OffsetDateTime.class).toInstant();
        var data = (PaymentEvent) JSON.read(type, row.getString(4).getBytes(UTF_8));
        return Event.of(Paid.SOURCE, time, data);
    }

    private record Columns(Connection connection, PreparedStatement statement, List<Paid> rows) {
        void set(int index, String type, Function<Paid, Object> column) throws SQLException {
            statement.setArray(
                    index, connection.createArrayOf(type, rows.stream().map(column).toArray()));
        }
    }
}
