package dev.kafkaorders.lab.benchmark.report;

import java.util.Map;

/// What figures depend on and don't tell themselves: the machine, the versions, when, how.
///
/// @param facts by name, in the order in which they are shown
public record Conditions(String command, Map<String, String> facts) {}
