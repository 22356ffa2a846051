-- The database of payment-consumer, and a user who may do there what he likes and nothing elsewhere.
\set password `cat /run/secrets/payments`
create role payments login password :'password';
create database payments owner payments;
