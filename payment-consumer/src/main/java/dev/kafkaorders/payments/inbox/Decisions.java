package dev.kafkaorders.payments.inbox;

import dev.kafkaorders.events.EventId;
import dev.kafkaorders.payments.sql.Columns;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/// Writes what was decided about events into the table `inbox`.
///
/// Each statement says what it goes by: that an event is new, that it still is in the state it was
/// seen in, that it still holds up its order. When that is no longer so, somebody else has decided
/// meanwhile, and the transaction must not commit ([ConcurrentDeliveryException]). Rows are locked
/// in the order of their keys, so that two writers can't wait for each other.
@Repository
public class Decisions {

    private final JdbcClient database;
    private final StoredOutcomes outcomes = new StoredOutcomes();

    Decisions(JdbcClient database) {
        this.database = database;
    }

    /// Enters events that are new.
    ///
    /// @throws ConcurrentDeliveryException when one of them isn't any more
    public void add(Collection<InboxEntry> entries) {
        var added =
                values(
                                """
                                insert into inbox (event_id, order_id, state, attempts,
                                                   topic, "partition", "offset",
                                                   carried_by, carried_number,
                                                   outcome_type, outcome_time, outcome)
                                select event_id, order_id, state, attempts,
                                       topic, "partition", "offset", carried_by, carried_number,
                                       outcome_type, outcome_time, outcome::json
                                from unnest(cast(:eventIds as uuid[]), cast(:orderIds as uuid[]),
                                            :states, :attempts, :topics, :partitions, :offsets,
                                            cast(:carriers as uuid[]), :numbers,
                                            :types, cast(:times as timestamptz[]), :outcomes)
                                  as e (event_id, order_id, state, attempts,
                                        topic, "partition", "offset", carried_by, carried_number,
                                        outcome_type, outcome_time, outcome)
                                order by event_id
                                on conflict (event_id) do nothing
                                """,
                                entries)
                        .update();
        ConcurrentDeliveryException.unless(added == entries.size());
    }

    /// Enters what was decided anew about events that were known.
    ///
    /// @throws ConcurrentDeliveryException when something else was decided since
    public void change(Collection<Change> changes) {
        var before = new Columns<>(changes.stream().map(Change::before).toList());
        var after = changes.stream().map(Change::after).toList();
        var changed =
                values(
                                """
                                with change as (
                                    select *
                                    from unnest(cast(:eventIds as uuid[]), :states, :attempts,
                                                :topics, :partitions, :offsets,
                                                cast(:carriers as uuid[]), :numbers, :types,
                                                cast(:times as timestamptz[]), :outcomes,
                                                :oldStates, :oldTopics, :oldPartitions, :oldOffsets)
                                      as c (event_id, state, attempts,
                                            topic, "partition", "offset",
                                            carried_by, carried_number,
                                            outcome_type, outcome_time, outcome,
                                            old_state, old_topic, old_partition, old_offset)),
                                known as (
                                    select event_id from inbox join change using (event_id)
                                    where inbox.state = old_state and inbox.topic = old_topic
                                      and inbox."partition" = old_partition
                                      and inbox."offset" = old_offset
                                    order by event_id
                                    for update of inbox)
                                update inbox
                                set state = change.state, attempts = change.attempts,
                                    topic = change.topic, "partition" = change."partition",
                                    "offset" = change."offset",
                                    carried_by = change.carried_by,
                                    carried_number = change.carried_number,
                                    outcome_type = change.outcome_type,
                                    outcome_time = change.outcome_time,
                                    outcome = change.outcome::json,
                                    processed_at = now()
                                from known join change using (event_id)
                                where inbox.event_id = known.event_id
                                """,
                                after)
                        .param("oldStates", before.texts(e -> e.state().name()))
                        .param("oldTopics", before.texts(e -> e.decidedBy().topic()))
                        .param("oldPartitions", before.ints(e -> e.decidedBy().partition()))
                        .param("oldOffsets", before.longs(e -> e.decidedBy().offset()))
                        .update();
        ConcurrentDeliveryException.unless(changed == changes.size());
    }

    /// Makes sure, until the transaction ends, that these events still hold up their orders.
    ///
    /// @throws ConcurrentDeliveryException when one of them doesn't
    public void confirmHeads(Collection<EventId> eventIds) {
        var confirmed =
                database.sql(
                                """
                                select event_id from inbox
                                where event_id = any(cast(:eventIds as uuid[]))
                                  and state <> 'SETTLED' and state <> 'PARKED'
                                order by event_id
                                for share
                                """)
                        .param("eventIds", new Columns<>(eventIds).uuids(EventId::value))
                        .query((_, _) -> true)
                        .list();
        ConcurrentDeliveryException.unless(confirmed.size() == eventIds.size());
    }

    /// Makes sure that nothing was parked in these orders since their events were released. To be
    /// called after the change of what held them up, which keeps others from parking more.
    ///
    /// @throws ConcurrentDeliveryException when something was
    public void confirmNothingParked(Collection<UUID> orderIds) {
        var parked =
                database.sql(
                                """
                                select count(*) from inbox
                                where order_id = any(cast(:orderIds as uuid[]))
                                  and state <> 'SETTLED' and state = 'PARKED'
                                """)
                        .param("orderIds", new Columns<>(orderIds).uuids(id -> id))
                        .query(Long.class)
                        .single();
        ConcurrentDeliveryException.unless(parked == 0);
    }

    private StatementSpec values(String sql, Collection<InboxEntry> entries) {
        var columns = new Columns<>(entries);
        return database.sql(sql)
                .param("eventIds", columns.uuids(e -> e.eventId().value()))
                .param("orderIds", columns.uuids(InboxEntry::orderId))
                .param("states", columns.texts(e -> e.state().name()))
                .param("attempts", columns.ints(InboxEntry::attempts))
                .param("topics", columns.texts(e -> e.decidedBy().topic()))
                .param("partitions", columns.ints(e -> e.decidedBy().partition()))
                .param("offsets", columns.longs(e -> e.decidedBy().offset()))
                .param("carriers", columns.uuids(Decisions::carrier))
                .param("numbers", columns.ints(Decisions::carriedNumber))
                .param("types", columns.texts(outcomes::type))
                .param("times", columns.texts(outcomes::time))
                .param("outcomes", columns.texts(outcomes::json));
    }

    private static @Nullable UUID carrier(InboxEntry entry) {
        return entry.carrier().map(carrier -> carrier.eventId().value()).orElse(null);
    }

    private static @Nullable Integer carriedNumber(InboxEntry entry) {
        return entry.carrier().map(InboxEntry.Carrier::number).orElse(null);
    }

    /// A decision that takes the place of another about the same event.
    public record Change(InboxEntry before, InboxEntry after) {}
}
