package dev.kafkaorders.orders.status.tracking;

import dev.kafkaorders.orders.status.Position;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Records that tell nothing of an order. They are for payment-consumer to make dead letters of;
/// here they are counted, and those behind them go on.
final class SkippedRecords {

    private static final Logger log = LoggerFactory.getLogger(SkippedRecords.class);

    private final MeterRegistry registry;

    SkippedRecords(MeterRegistry registry) {
        this.registry = registry;
    }

    void skip(Position position, String reason) {
        registry.counter("orders.status.skipped", "topic", position.topic()).increment();
        log.atWarn()
                .addKeyValue("topic", position.topic())
                .addKeyValue("partition", position.partition())
                .addKeyValue("offset", position.offset())
                .addKeyValue("reason", reason)
                .log("Record tells nothing of an order, skipped");
    }
}
