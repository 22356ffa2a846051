package dev.kafkaorders.orders.publishing;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/// Up while every lane's thread lives. A dead one never comes back: restart the service.
@Component
final class LanesHealthIndicator implements HealthIndicator {

    private final SharedTransactions transactions;
    private final PublishingSettings settings;

    LanesHealthIndicator(SharedTransactions transactions, PublishingSettings settings) {
        this.transactions = transactions;
        this.settings = settings;
    }

    @Override
    public Health health() {
        var living = transactions.livingLanes();
        var health = living == settings.lanes() ? Health.up() : Health.down();
        return health.withDetail("living", living).withDetail("lanes", settings.lanes()).build();
    }
}
