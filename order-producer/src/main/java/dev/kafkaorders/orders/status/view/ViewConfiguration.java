package dev.kafkaorders.orders.status.view;

import dev.kafkaorders.orders.log.LogClients;
import dev.kafkaorders.orders.status.FactReader;
import dev.kafkaorders.orders.status.RocksMemory;
import dev.kafkaorders.orders.status.StatusSettings;
import dev.kafkaorders.orders.status.StatusTopics;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ViewConfiguration {

    @Bean
    LogClients statusClients(StatusSettings settings, KafkaProperties kafka) {
        return new LogClients(
                settings.instanceId(),
                with(kafka.buildConsumerProperties(), settings),
                with(kafka.buildAdminProperties(), settings));
    }

    @Bean
    OrderStore orderStore(StatusSettings settings, RocksMemory memory) {
        return new OrderStore(settings.stateDirectory().resolve("view"), memory);
    }

    @Bean
    Statistics statistics() {
        return new Statistics();
    }

    @Bean
    Watchers watchers(StatusSettings settings) {
        return new Watchers(settings.maxWatchers());
    }

    @Bean
    ViewReader viewReader(
            @Qualifier("statusClients") LogClients clients,
            OrderStore store,
            Statistics statistics,
            Watchers watchers,
            MeterRegistry registry) {
        var reader = new ViewReader(clients, store, statistics, watchers, Clock.systemUTC());
        Gauge.builder("orders.status.view.lag", reader, ViewReader::lag)
                .description("Changes of orders that this instance has not read yet")
                .register(registry);
        return reader;
    }

    @Bean
    UnseenRecords unseenRecords(
            @Qualifier("statusClients") LogClients clients,
            ViewReader reader,
            StatusSettings settings) {
        var facts = new FactReader(new StatusTopics(settings.paymentRetries()));
        return new UnseenRecords(clients, reader.progress(), facts, settings);
    }

    @Bean
    StatusView statusView(
            OrderStore store, Statistics statistics, UnseenRecords unseen, Watchers watchers) {
        return new StatusView(store, statistics, unseen, watchers);
    }

    private static Map<String, Object> with(Map<String, Object> clients, StatusSettings settings) {
        var all = new HashMap<>(clients);
        all.putAll(settings.properties());
        return all;
    }
}
