package dev.kafkaorders.lab.benchmark.footprint;

import dev.kafkaorders.lab.benchmark.load.ClosedLoop;
import dev.kafkaorders.lab.benchmark.load.OrderDoor;
import dev.kafkaorders.localstack.Service;
import java.time.Duration;

/// Orders, as fast as some callers place them.
record OrdersFrom(int callers, Service orderProducer) implements ServiceLoad {
    @Override
    public void last(Duration time) throws Exception {
        try (var door = new OrderDoor(orderProducer.baseUrl(), false)) {
            ClosedLoop.run(door::place, callers, time);
        }
    }
}
