package dev.kafkaorders.orders.publishing;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/// Up while a lane has a producer that may start transactions. Down says that Kafka is away or
/// refuses us; it heals by itself.
@Component
final class ProducersHealthIndicator implements HealthIndicator {

    private final SharedTransactions transactions;

    ProducersHealthIndicator(SharedTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Health health() {
        var ready = transactions.readyProducers();
        var health = ready > 0 ? Health.up() : Health.down();
        return health.withDetail("ready", ready)
                .withDetail("waitingRequests", transactions.waiting())
                .build();
    }
}
