package dev.kafkaorders.orders.status;

import dev.kafkaorders.events.Topics;
import dev.kafkaorders.orders.OrdersLog;
import java.util.List;

/// What a read_committed reader sees in `order-status` now.
public final class StatusLog {

    private static final StatusJson JSON = new StatusJson();

    private StatusLog() {}

    public static List<OrderDocument> published() {
        return OrdersLog.stable(Topics.ORDER_STATUS).stream()
                .map(record -> JSON.read(record.value(), OrderDocument.class))
                .toList();
    }
}
