package dev.kafkaorders.payments.intake;

/// A record that can't be handled. Its partition waits in front of it.
///
/// @param reason for a person; never a payload
record Stop(long offset, String reason) {}
