package dev.kafkaorders.orders.placement.web;

/// The client's key is none.
final class InvalidIdempotencyKey extends RuntimeException {

    InvalidIdempotencyKey(String what) {
        super(what);
    }
}
