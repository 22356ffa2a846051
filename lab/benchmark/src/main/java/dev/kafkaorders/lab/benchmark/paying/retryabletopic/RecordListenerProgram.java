package dev.kafkaorders.lab.benchmark.paying.retryabletopic;

import dev.kafkaorders.events.Topics;
import dev.kafkaorders.lab.benchmark.paying.books.Gateway;
import dev.kafkaorders.lab.benchmark.paying.books.PaymentBooks;
import dev.kafkaorders.lab.benchmark.paying.books.Surroundings;
import dev.kafkaorders.lab.benchmark.paying.books.Till;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.annotation.EnableKafkaRetryTopic;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/// Pays orders one by one, on a thread per partition. What spring-kafka does by default stays, but
/// for what would only slow it down: nothing lingers before it is sent, as each send is waited for.
@Configuration(proxyBeanMethods = false)
@EnableKafkaRetryTopic
public class RecordListenerProgram {
    /// How many listen to orders; more would find nothing to do.
    public static final int THREADS = Topics.PARTITIONS;

    private static final int SPRING_KAFKAS_POLL = 500;

    /// Those of orders and those of retries.
    private static final int CONNECTIONS = 16;

    /// Runs until it is ended.
    public static void main(String[] arguments) {
        new AnnotationConfigApplicationContext(RecordListenerProgram.class).registerShutdownHook();
    }

    @Bean
    Surroundings surroundings() {
        return Surroundings.here();
    }

    @Bean
    Till till(Surroundings surroundings) {
        return new Till(
                new PaymentBooks(surroundings.database(CONNECTIONS)), new Gateway(1, CONNECTIONS));
    }

    @Bean
    ProducerFactory<byte[], byte[]> producers(Surroundings surroundings) {
        return new DefaultKafkaProducerFactory<>(surroundings.producer(0));
    }

    @Bean
    KafkaTemplate<byte[], byte[]> kafkaTemplate(ProducerFactory<byte[], byte[]> producers) {
        return new KafkaTemplate<>(producers);
    }

    @Bean
    ConcurrentKafkaListenerContainerFactory<byte[], byte[]> kafkaListenerContainerFactory(
            Surroundings surroundings) {
        var factory = new ConcurrentKafkaListenerContainerFactory<byte[], byte[]>();
        factory.setConsumerFactory(
                new DefaultKafkaConsumerFactory<>(surroundings.consumer(SPRING_KAFKAS_POLL)));
        return factory;
    }

    /// Wakes retries up.
    @Bean
    TaskScheduler taskScheduler() {
        return new ThreadPoolTaskScheduler();
    }

    @Bean
    OrderListener orderListener(Till till, KafkaTemplate<byte[], byte[]> kafka) {
        return new OrderListener(till, kafka);
    }
}
