-- What was told of the events that lie dead, beside key and value: to be told again when the delivery that decided so comes
-- again. Why it failed then can't be asked again.
create table dead_letter (
    event_id uuid primary key,
    headers  text not null
);
