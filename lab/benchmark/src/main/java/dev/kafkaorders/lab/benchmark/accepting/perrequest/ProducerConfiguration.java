package dev.kafkaorders.lab.benchmark.accepting.perrequest;

import dev.kafkaorders.lab.benchmark.accepting.ProducerTuning;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;

@Configuration(proxyBeanMethods = false)
class ProducerConfiguration {
    @Bean
    ProducerFactory<byte[], byte[]> producers(KafkaProperties kafka) {
        var serializer = new ByteArraySerializer();
        var producers =
                new DefaultKafkaProducerFactory<>(
                        ProducerTuning.transactional(kafka.buildProducerProperties()),
                        serializer,
                        serializer);
        producers.setTransactionIdPrefix("order-producer-per-request-http-");
        return producers;
    }

    @Bean
    KafkaTemplate<byte[], byte[]> template(ProducerFactory<byte[], byte[]> producers) {
        return new KafkaTemplate<>(producers);
    }
}
