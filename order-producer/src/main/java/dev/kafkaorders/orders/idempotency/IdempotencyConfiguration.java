package dev.kafkaorders.orders.idempotency;

import dev.kafkaorders.orders.log.LogClients;
import dev.kafkaorders.orders.publishing.PublishingSettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IdempotencyConfiguration {

    @Bean
    Memory idempotencyMemory(IdempotencySettings settings) {
        return new Memory(settings);
    }

    @Bean
    LogClients idempotencyClients(KafkaProperties kafka, PublishingSettings publishing) {
        return new LogClients(
                publishing.instanceId(),
                kafka.buildConsumerProperties(),
                kafka.buildAdminProperties());
    }

    @Bean
    MemoryReader memoryReader(@Qualifier("idempotencyClients") LogClients clients, Memory memory) {
        return new MemoryReader(clients, memory, Clock.systemUTC());
    }

    @Bean
    ClaimWriter claimWriter(
            KafkaProperties kafka, IdempotencySettings settings, MemoryReader reader) {
        return new ClaimWriter(kafka.buildProducerProperties(), settings, reader);
    }

    @Bean
    Idempotency idempotency(
            IdempotencySettings settings,
            PublishingSettings publishing,
            Memory memory,
            MemoryReader reader,
            ClaimWriter claims,
            MeterRegistry registry) {
        return new Idempotency(
                settings,
                publishing.instanceId(),
                memory,
                reader,
                claims,
                new IdempotencyMetrics(registry, memory),
                Clock.systemUTC());
    }
}
