-- What a cancellation may have to wait for: events of its order that were settled out of a retry topic. Few are.
create index inbox_settled_by_retries on inbox (order_id) where state = 'SETTLED' and topic <> 'orders';
