package dev.kafkaorders.replayer.deadletter;

/// What is wrong with a payload, and where.
///
/// @param path a JSON path such as `$.lines[0].quantity`
public record Violation(String path, String message) {}
