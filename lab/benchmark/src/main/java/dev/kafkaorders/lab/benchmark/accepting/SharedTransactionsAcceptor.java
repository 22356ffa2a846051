package dev.kafkaorders.lab.benchmark.accepting;

import dev.kafkaorders.orders.publishing.Publication;
import dev.kafkaorders.orders.publishing.PublishingSettings;
import dev.kafkaorders.orders.publishing.SharedTransactions;
import dev.kafkaorders.orders.publishing.TransactionalProducers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/// order-producer's own way, by its own class, with its own defaults.
final class SharedTransactionsAcceptor implements Acceptor {
    private final SharedTransactions transactions;
    private final OrderRecords records;

    SharedTransactionsAcceptor(Map<String, String> client, OrderRecords records) {
        var settings = settings();
        var producers = new TransactionalProducers(new HashMap<>(client), settings);
        transactions = new SharedTransactions(settings, producers, new SimpleMeterRegistry());
        transactions.start();
        this.records = records;
    }

    @Override
    public void call() {
        var publication = transactions.publish(records.ofNewOrder()).join();
        if (!(publication instanceof Publication.Committed)) {
            throw new IllegalStateException(publication.toString());
        }
    }

    @Override
    public void close() {
        transactions.stop();
    }

    /// As the service has them when nobody configures anything.
    private static PublishingSettings settings() {
        var source =
                new MapConfigurationPropertySource(
                        Map.of("orders.publishing.instance-id", "order-producer-benchmark"));
        return new Binder(source).bindOrCreate("orders.publishing", PublishingSettings.class);
    }
}
