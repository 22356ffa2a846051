package dev.kafkaorders.lab.benchmark.accepting;

import dev.kafkaorders.lab.benchmark.load.Caller;

/// A way to accept orders; a call returns when one is accepted.
interface Acceptor extends Caller, AutoCloseable {
    @Override
    void close();

    /// Makes one, ready to be called.
    @FunctionalInterface
    interface Opening {
        Acceptor open() throws Exception;
    }
}
