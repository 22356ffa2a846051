package dev.kafkaorders.lab.benchmark.run;

/// How often the arms of a cell take turns.
///
/// @param warmUp rounds that are forgotten: brokers are as fast as they get only after minutes of
///   compiling, and so is what runs in this JVM
/// @param counted rounds that count
record Rounds(int warmUp, int counted) {
    Rounds {
        if (warmUp < 0) {
            throw new IllegalArgumentException("--warm-up is %d, less than 0".formatted(warmUp));
        }
        if (counted < 1) {
            throw new IllegalArgumentException("--rounds is %d, less than 1".formatted(counted));
        }
    }

    /// Those that warm up have numbers up to 0.
    int first() {
        return 1 - warmUp;
    }
}
