-- Which events were handled, and what was answered, so that it can be answered again.
create table inbox (
    event_id     uuid primary key,
    order_id     uuid        not null,
    topic        text        not null,
    "partition"  int         not null,
    "offset"     bigint      not null,
    outcome_type text,
    outcome_time timestamptz,
    -- json, not jsonb: it is given back as it was written.
    outcome      json,
    deliveries   int         not null default 1,
    processed_at timestamptz not null default now(),
    check (num_nulls(outcome_type, outcome_time, outcome) in (0, 3))
);

-- Rows come in order of time, so a few kilobytes of BRIN find what is old enough to be pruned.
create index inbox_processed_at on inbox using brin (processed_at);

create table payment (
    order_id         uuid primary key,
    status           text        not null,
    amount_minor     bigint,
    currency         char(3),
    reference        text,
    refund_reference text,
    reason           text,
    created_at       timestamptz not null default now(),
    updated_at       timestamptz not null default now(),
    constraint each_state_has_its_columns check (
        case status
            when 'CAPTURED' then num_nulls(amount_minor, currency, reference) = 0
            when 'DECLINED' then num_nulls(amount_minor, currency, reason) = 0
            when 'REFUNDED'
                then num_nulls(amount_minor, currency, reference, refund_reference) = 0
            when 'CANCELLED' then amount_minor is null
            else false
        end)
);
