package dev.kafkaorders.lab.benchmark.footprint;

import dev.kafkaorders.localstack.Service;
import java.time.Duration;

/// Orders for payment-consumer, which come from an order-producer that is there for as long as it
/// takes.
record OrdersToPay(int callers, Service orderProducer) implements ServiceLoad {
    @Override
    public void last(Duration time) throws Exception {
        orderProducer.start();
        try {
            new OrdersFrom(callers, orderProducer).last(time);
        } finally {
            orderProducer.stop();
        }
    }
}
