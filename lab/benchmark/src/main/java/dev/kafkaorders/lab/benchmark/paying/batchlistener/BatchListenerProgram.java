package dev.kafkaorders.lab.benchmark.paying.batchlistener;

import dev.kafkaorders.lab.benchmark.paying.books.Gateway;
import dev.kafkaorders.lab.benchmark.paying.books.PaymentBooks;
import dev.kafkaorders.lab.benchmark.paying.books.Surroundings;
import dev.kafkaorders.lab.benchmark.paying.books.Till;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.annotation.EnableKafka;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;

/// Pays orders poll by poll, with as many threads, records per poll and calls under way as
/// payment-consumer has.
@Configuration(proxyBeanMethods = false)
@EnableKafka
public class BatchListenerProgram {
    /// How many listen.
    public static final int THREADS = 2;

    private static final int POLL = 4_000;
    private static final int CALLS_PER_THREAD = 128;
    private static final int CONNECTIONS = 5;

    /// Runs until it is ended.
    public static void main(String[] arguments) {
        new AnnotationConfigApplicationContext(BatchListenerProgram.class).registerShutdownHook();
    }

    @Bean
    Surroundings surroundings() {
        return Surroundings.here();
    }

    @Bean
    Till till(Surroundings surroundings) {
        var calls = CALLS_PER_THREAD * THREADS;
        return new Till(
                new PaymentBooks(surroundings.database(CONNECTIONS)),
                new Gateway(CALLS_PER_THREAD, calls));
    }

    @Bean
    ProducerFactory<byte[], byte[]> producers(Surroundings surroundings) {
        return new DefaultKafkaProducerFactory<>(surroundings.producer(5));
    }

    @Bean
    KafkaTemplate<byte[], byte[]> kafkaTemplate(ProducerFactory<byte[], byte[]> producers) {
        return new KafkaTemplate<>(producers);
    }

    @Bean
    ConcurrentKafkaListenerContainerFactory<byte[], byte[]> kafkaListenerContainerFactory(
            Surroundings surroundings) {
        var factory = new ConcurrentKafkaListenerContainerFactory<byte[], byte[]>();
        factory.setConsumerFactory(new DefaultKafkaConsumerFactory<>(surroundings.consumer(POLL)));
        return factory;
    }

    @Bean
    OrdersListener ordersListener(Till till, KafkaTemplate<byte[], byte[]> kafka) {
        return new OrdersListener(till, kafka);
    }
}
