package dev.kafkaorders.lab.benchmark.frame;

/// What is to be reached. It is judged and shown whether it was or not.
public sealed interface Goal {
    /// In words.
    String text();

    /// So many times another figure, or more: a ratio within one run, which another machine changes
    /// less than the figures themselves.
    record AtLeastTimes(String text, Figure figure, double factor, Figure than) implements Goal {}

    /// A figure, or more.
    record AtLeast(String text, Figure figure, double limit) implements Goal {}

    /// A figure that is not to be exceeded.
    record AtMost(String text, Figure figure, double limit) implements Goal {}
}
