package dev.kafkaorders.localstack.tour;

/// One promise, shown.
interface Step {

    /// What it shows, in one line.
    String shows();

    /// Does it and prints what happened.
    ///
    /// @throws BrokenPromise when something else happened
    void play(Scene scene);
}
