package dev.kafkaorders.lab.report;

/// What an auditor found of one promise.
///
/// @param figure what was counted, and of what breaks the promise an example
public record Finding(String promise, boolean holds, String figure) {}
