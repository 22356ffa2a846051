-- What becomes of an event that can't be settled at once: it waits in a retry topic, lies dead, or is parked behind one
-- of its order that does. The topic, partition and offset are those of the delivery that decided so.
alter table inbox
    add column state text not null default 'SETTLED',
    add column attempts int not null default 0,
    -- The event whose delivery had this one, which was parked behind it, handled too; and as which in their order.
    add column carried_by uuid,
    add column carried_number int,
    add constraint each_event_has_a_state check (state in ('SETTLED', 'RETRYING', 'DEAD', 'PARKED')),
    add constraint only_settled_events_have_an_outcome check (state = 'SETTLED' or outcome is null),
    add constraint whoever_is_carried_has_a_number check (num_nulls(carried_by, carried_number) in (0, 2));

-- Both hold what waits or was carried, hence next to nothing: looking there costs next to nothing.
create index inbox_unsettled on inbox (order_id) where state <> 'SETTLED';
create index inbox_carried on inbox (carried_by) where carried_by is not null;

-- The records of events that Kafka does not hold for us, as they were first written: those that are parked, and those
-- that were carried into a retry topic, until they come from there.
create table parked (
    event_id       uuid primary key,
    order_id       uuid        not null,
    -- Within an order, in the order of the log.
    place          bigint generated always as identity,
    topic          text        not null,
    "partition"    int         not null,
    "offset"       bigint      not null,
    written_at     bigint      not null,
    timestamp_type text        not null,
    record_key     bytea,
    record_value   bytea,
    headers        text        not null,
    parked_at      timestamptz not null default now()
);

create index parked_by_order on parked (order_id, place);
