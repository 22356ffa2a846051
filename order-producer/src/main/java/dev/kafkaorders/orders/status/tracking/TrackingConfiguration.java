package dev.kafkaorders.orders.status.tracking;

import dev.kafkaorders.orders.status.RocksMemory;
import dev.kafkaorders.orders.status.StatusSettings;
import dev.kafkaorders.orders.status.StatusTopics;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TrackingConfiguration {

    @Bean
    RocksMemory rocksMemory(StatusSettings settings) {
        return new RocksMemory(
                settings.stateDirectory().resolve("native"), settings.memory().toBytes());
    }

    @Bean
    StatusStreams statusStreams(
            StatusSettings settings,
            KafkaProperties kafka,
            RocksMemory memory,
            MeterRegistry registry) {
        var topics = new StatusTopics(settings.paymentRetries());
        return new StatusStreams(
                new StatusTopology(topics, new SkippedRecords(registry)).build(),
                StreamsProperties.of(kafka.buildStreamsProperties(), settings, memory),
                registry);
    }
}
