package dev.kafkaorders.lab.ledger;

/// An order as a client wants it: one piece of one article.
///
/// @param customer belongs to one request (and its repeats) alone; the orders of a batch may share
///   it. It travels with the order, so that an order in the log leads back to its request, even
///   where no answer told its id.
public record Wish(String customer, long amountMinor, String currency, String paymentMethod) {}
