package dev.kafkaorders.lab.benchmark.accepting.perrequest;

import org.springframework.boot.context.properties.ConfigurationProperties;

/// @param orders topic of the events
/// @param answers topic of what was answered
/// @param producers at a time
@ConfigurationProperties("perrequest")
record PerRequestSettings(String orders, String answers, int producers) {}
