package dev.kafkaorders.payments.inbox;

import dev.kafkaorders.events.Event;
import dev.kafkaorders.events.EventId;
import dev.kafkaorders.events.PaymentEvent;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/// The events that were handled, with their outcomes, in the table `inbox`.
@Repository
public class Inbox {

    private final JdbcClient database;
    private final StoredOutcomes outcomes = new StoredOutcomes();

    Inbox(JdbcClient database) {
        this.database = database;
    }

    /// The outcomes of those events that were handled before, in one query. An event without an
    /// entry is new; one with an empty outcome was handled and there was nothing to tell.
    public Map<EventId, Optional<Event<PaymentEvent>>> known(Collection<EventId> eventIds) {
        var known = new HashMap<EventId, Optional<Event<PaymentEvent>>>();
        database.sql(
                        """
                        select event_id, outcome_type, outcome_time, outcome
                        from inbox
                        where event_id = any(:eventIds)
                        """)
                .param("eventIds", column("uuid", eventIds, EventId::value))
                .query(row -> {
                    var eventId = new EventId(row.getObject("event_id", UUID.class));
                    known.put(eventId, outcomes.read(row));
                });
        return known;
    }

    /// Remembers events as handled, in one statement and in the order of their keys. To be called
    /// inside the transaction that stores what handling them changed.
    ///
    /// @throws ConcurrentDeliveryException when one of them was handled by somebody else meanwhile;
    ///   the transaction must not commit then
    public void add(Collection<InboxEntry> entries) {
        var added =
                database.sql(
                                """
                                insert into inbox (event_id, order_id, topic, "partition", "offset",
                                                   outcome_type, outcome_time, outcome, deliveries)
                                select event_id, order_id, topic, "partition", "offset",
                                       outcome_type, outcome_time, outcome::json, deliveries
                                from unnest(:eventIds, :orderIds, :topics, :partitions, :offsets,
                                            :types, :times, :outcomes, :deliveries)
                                  as e (event_id, order_id, topic, "partition", "offset",
                                        outcome_type, outcome_time, outcome, deliveries)
                                order by event_id
                                on conflict (event_id) do nothing
                                """)
                        .param("eventIds", column("uuid", entries, e -> e.eventId().value()))
                        .param("orderIds", column("uuid", entries, InboxEntry::orderId))
                        .param("topics", column("text", entries, e -> e.partition().topic()))
                        .param(
                                "partitions",
                                column("int4", entries, e -> e.partition().partition()))
                        .param("offsets", column("int8", entries, InboxEntry::offset))
                        .param("types", column("text", entries, outcomes::type))
                        .param("times", column("timestamptz", entries, outcomes::time))
                        .param("outcomes", column("text", entries, outcomes::json))
                        .param("deliveries", column("int4", entries, InboxEntry::deliveries))
                        .update();
        if (added < entries.size()) {
            throw new ConcurrentDeliveryException(entries.size() - added);
        }
    }

    /// Counts further deliveries of events that were handled before. Rows are locked in the order
    /// of their keys; one that was pruned meanwhile is not counted.
    public void countDeliveries(Map<EventId, Integer> further) {
        database.sql(
                        """
                        with known as (
                            select event_id from inbox
                            where event_id = any(:eventIds)
                            order by event_id
                            for update)
                        update inbox
                        set deliveries = inbox.deliveries + further.deliveries
                        from known
                        join unnest(:eventIds, :deliveries) as further (event_id, deliveries)
                            using (event_id)
                        where inbox.event_id = known.event_id
                        """)
                .param("eventIds", column("uuid", further.keySet(), EventId::value))
                .param("deliveries", new SqlArrayValue("int4", further.values().toArray()))
                .update();
    }

    private static <T> SqlArrayValue column(
            String type, Collection<T> rows, Function<T, @Nullable Object> value) {
        return new SqlArrayValue(type, rows.stream().map(value).toArray());
    }
}
