package dev.kafkaorders.orders.placement;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/// What this instance has accepted: `orders.accepted` by event. An answer that is given again
/// counts once, with the request that wrote the event.
@Component
class PlacementMetrics {

    private final Counter placed;
    private final Counter cancelled;

    PlacementMetrics(MeterRegistry registry) {
        placed = counter(registry, "placed");
        cancelled = counter(registry, "cancelled");
    }

    void placed(int orders) {
        placed.increment(orders);
    }

    void cancelled() {
        cancelled.increment();
    }

    private static Counter counter(MeterRegistry registry, String event) {
        return Counter.builder("orders.accepted")
                .tag("event", event)
                .description("Orders and cancellations that were committed to the log")
                .register(registry);
    }
}
