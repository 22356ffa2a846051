package dev.kafkaorders.localstack.demo;

import java.util.function.BooleanSupplier;

/// A process of the stack, as the command line knows it.
///
/// @param address where it answers, for people
/// @param start returns when it is ready
record Component(String name, String address, Runnable start, BooleanSupplier readiness) {}
