package dev.kafkaorders.orders.status;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/// Orders that are placed and captured all the time, until enough has been seen.
final class Traffic implements AutoCloseable {

    private static final int AT_ONCE = 10;

    private final FactWriter facts = new FactWriter();
    private final AtomicBoolean wanted = new AtomicBoolean(true);
    private final CompletableFuture<Integer> orders = CompletableFuture.supplyAsync(this::write);

    /// Ends it.
    ///
    /// @return how many orders there were
    int end() {
        wanted.set(false);
        return orders.join();
    }

    private int write() {
        var written = 0;
        while (wanted.get()) {
            List<Facts> some = Stream.generate(Facts::ofNewOrder).limit(AT_ONCE).toList();
            some.forEach(order -> facts.send(order.placed()));
            some.forEach(order -> facts.send(order.captured()));
            facts.flush();
            written += some.size();
        }
        return written;
    }

    @Override
    public void close() {
        end();
        facts.close();
    }
}
