package dev.kafkaorders.payments.parking;

import static java.util.stream.Collectors.groupingBy;

import dev.kafkaorders.events.EventId;
import dev.kafkaorders.payments.record.Delivery;
import dev.kafkaorders.payments.record.DeliveryReader;
import dev.kafkaorders.payments.record.Original;
import dev.kafkaorders.payments.record.Position;
import dev.kafkaorders.payments.record.StoredHeaders;
import dev.kafkaorders.payments.sql.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The records of events that Kafka does not hold for us, in the table `parked`.
@Repository
public class ParkedEvents {

    private final JdbcClient database;
    private final DeliveryReader deliveries;
    private final StoredHeaders headers = new StoredHeaders();

    ParkedEvents(JdbcClient database, DeliveryReader deliveries) {
        this.database = database;
        this.deliveries = deliveries;
    }

    /// What is kept for these orders, each order's in the order of the log, in one query.
    public Map<UUID, List<Delivery>> of(Collection<UUID> orderIds) {
        return database
                .sql(
                        """
                        select topic, "partition", "offset", written_at, timestamp_type,
                               record_key, record_value, headers
                        from parked
                        where order_id = any(cast(:orderIds as uuid[]))
                        order by order_id, place
                        """)
                .param("orderIds", new Columns<>(orderIds).uuids(id -> id))
                .query((row, _) -> deliveries.read(read(row)))
                .list()
                .stream()
                .collect(groupingBy(Delivery::orderId));
    }

    /// Keeps what comes last in its order. To be called in the transaction that enters it into the
    /// inbox.
    ///
    /// @param events in the order of the log
    public void add(Collection<Delivery> events) {
        var columns = new Columns<>(events);
        database.sql(
                        """
                        insert into parked (event_id, order_id, topic, "partition", "offset",
                                            written_at, timestamp_type,
                                            record_key, record_value, headers)
                        select event_id, order_id, topic, "partition", "offset",
                               written_at, timestamp_type, record_key, record_value, headers
                        from unnest(cast(:eventIds as uuid[]), cast(:orderIds as uuid[]),
                                    :topics, :partitions, :offsets,
                                    :times, :timestampTypes, :keys, :values, :headers)
                             with ordinality
                          as p (event_id, order_id, topic, "partition", "offset",
                                written_at, timestamp_type, record_key, record_value, headers,
                                number)
                        order by number
                        """)
                .param("eventIds", columns.uuids(e -> e.eventId().value()))
                .param("orderIds", columns.uuids(Delivery::orderId))
                .param("topics", columns.texts(e -> e.original().position().topic()))
                .param("partitions", columns.ints(e -> e.original().position().partition()))
                .param("offsets", columns.longs(e -> e.original().position().offset()))
                .param("times", columns.longs(e -> e.original().timestamp()))
                .param("timestampTypes", columns.texts(e -> e.original().timestampType()))
                .param("keys", columns.bytes(e -> e.original().key()))
                .param("values", columns.bytes(e -> e.original().value()))
                .param("headers", columns.texts(e -> headers.write(e.original().headers())))
                .update();
    }

    /// Lets go of records that are needed no more, of whatever is kept of these.
    public void remove(Collection<EventId> eventIds) {
        database.sql("delete from parked where event_id = any(cast(:eventIds as uuid[]))")
                .param("eventIds", new Columns<>(eventIds).uuids(EventId::value))
                .update();
    }

    /// How much is parked now.
    public Census census() {
        return database.sql(
                        """
                        select count(*) as events, count(distinct parked.order_id) as orders,
                               min(parked_at) as oldest
                        from parked join inbox using (event_id)
                        where inbox.state = 'PARKED'
                        """)
                .query((row, _) ->
                        new Census(row.getLong("events"), row.getLong("orders"), oldest(row)))
                .single();
    }

    private Original read(ResultSet row) throws SQLException {
        return new Original(
                new Position(
                        row.getString("topic"), row.getInt("partition"), row.getLong("offset")),
                row.getLong("written_at"),
                row.getString("timestamp_type"),
                row.getBytes("record_key"),
                row.getBytes("record_value"),
                headers.read(row.getString("headers")));
    }

    private static Optional<Instant> oldest(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getObject("oldest", OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    /// How much is parked.
    ///
    /// @param oldest since when the longest parked event waits
    public record Census(long events, long orders, Optional<Instant> oldest) {}
}
