package dev.kafkaorders.orders.status.view;

import java.time.Duration;

/// Somebody's wish to be told when an order changes, until it is closed.
public interface Watch extends AutoCloseable {

    /// Waits until the order has changed since the last call. False if that takes too long.
    boolean awaitNews(Duration patience) throws InterruptedException;

    @Override
    void close();
}
