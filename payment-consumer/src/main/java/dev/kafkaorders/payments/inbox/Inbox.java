package dev.kafkaorders.payments.inbox;

import static java.util.stream.Collectors.groupingBy;

import dev.kafkaorders.events.EventId;
import dev.kafkaorders.payments.record.Position;
import dev.kafkaorders.payments.sql.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The events that have come, and what was decided about each, in the table `inbox`. What is
/// written about them is the matter of [Decisions].
@Repository
public class Inbox {

    private final JdbcClient database;
    private final StoredOutcomes outcomes = new StoredOutcomes();

    Inbox(JdbcClient database) {
        this.database = database;
    }

    /// What is known of these events, of those that they took along, and of those that hold up
    /// these orders, in one query. Where nothing waits, two of its three parts look into empty
    /// indexes.
    public Known known(Collection<EventId> eventIds, Collection<UUID> orderIds) {
        return new Known(
                database.sql(
                                """
                                select event_id, order_id, state, attempts,
                                       topic, "partition", "offset", carried_by, carried_number,
                                       outcome_type, outcome_time, outcome
                                from inbox
                                where event_id = any(cast(:eventIds as uuid[]))
                                   or carried_by is not null
                                      and carried_by = any(cast(:eventIds as uuid[]))
                                   or state <> 'SETTLED' and state <> 'PARKED'
                                      and order_id = any(cast(:orderIds as uuid[]))
                                """)
                        .param("eventIds", ids(eventIds))
                        .param("orderIds", new Columns<>(orderIds).uuids(id -> id))
                        .query((row, _) -> read(row))
                        .list());
    }

    /// The event that holds up the order.
    public Optional<InboxEntry> head(UUID orderId) {
        return known(List.of(), List.of(orderId)).head(orderId);
    }

    /// The events of these orders that were settled by a delivery of a retry topic, by order,
    /// whatever their ids are.
    public Map<UUID, List<InboxEntry>> settledByRetries(Collection<UUID> orderIds) {
        if (orderIds.isEmpty()) {
            return Map.of();
        }
        return database
                .sql(
                        """
                        select event_id, order_id, state, attempts,
                               topic, "partition", "offset", carried_by, carried_number,
                               outcome_type, outcome_time, outcome
                        from inbox
                        where state = 'SETTLED' and topic <> 'orders'
                          and order_id = any(cast(:orderIds as uuid[]))
                        """)
                .param("orderIds", new Columns<>(orderIds).uuids(id -> id))
                .query((row, _) -> read(row))
                .list()
                .stream()
                .collect(groupingBy(InboxEntry::orderId));
    }

    /// Counts further deliveries of events that were decided about before. One that was pruned
    /// meanwhile is not counted.
    public void countDeliveries(Map<EventId, Integer> further) {
        database.sql(
                        """
                        with known as (
                            select event_id from inbox
                            where event_id = any(cast(:eventIds as uuid[]))
                            order by event_id
                            for update)
                        update inbox
                        set deliveries = inbox.deliveries + further.deliveries
                        from known
                        join unnest(cast(:eventIds as uuid[]), :deliveries)
                               as further (event_id, deliveries)
                            using (event_id)
                        where inbox.event_id = known.event_id
                        """)
                .param("eventIds", ids(further.keySet()))
                .param("deliveries", new Columns<>(further.values()).ints(times -> times))
                .update();
    }

    private InboxEntry read(ResultSet row) throws SQLException {
        var carrier = row.getObject("carried_by", UUID.class);
        return new InboxEntry(
                new EventId(row.getObject("event_id", UUID.class)),
                row.getObject("order_id", UUID.class),
                EventState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                new Position(
                        row.getString("topic"), row.getInt("partition"), row.getLong("offset")),
                carrier == null
                        ? Optional.empty()
                        : Optional.of(
                                new InboxEntry.Carrier(
                                        new EventId(carrier), row.getInt("carried_number"))),
                outcomes.read(row));
    }

    private static Object ids(Collection<EventId> eventIds) {
        return new Columns<>(eventIds).uuids(EventId::value);
    }
}
