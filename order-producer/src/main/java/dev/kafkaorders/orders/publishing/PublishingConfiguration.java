package dev.kafkaorders.orders.publishing;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PublishingConfiguration {

    @Bean
    SharedTransactions sharedTransactions(
            PublishingSettings settings, KafkaProperties kafka, MeterRegistry registry) {
        var producers = new TransactionalProducers(kafka.buildProducerProperties(), settings);
        return new SharedTransactions(settings, producers, registry);
    }
}
