package dev.kafkaorders.replayer.offsets.web;

/// A request that says nothing that could be planned.
class InvalidResetException extends RuntimeException {

    InvalidResetException(String message) {
        super(message);
    }
}
