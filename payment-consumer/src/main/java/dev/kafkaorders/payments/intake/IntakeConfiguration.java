package dev.kafkaorders.payments.intake;

import dev.kafkaorders.events.Topics;
import dev.kafkaorders.payments.retry.FailedRecords;
import dev.kafkaorders.payments.retry.RetrySchedule;
import dev.kafkaorders.payments.retry.RetrySettings;
import java.time.Clock;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaConsumerFactoryCustomizer;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaProducerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultTransactionIdSuffixStrategy;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;

/// The consumer and its producers.
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

    static final String GROUP = Topics.PAYMENT_CONSUMER;

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Checkpoints nobodyListens() {
        return _ -> {};
    }

    @Bean(destroyMethod = "close")
    Admin admin(KafkaAdmin settings) {
        return Admin.create(settings.getConfigurationProperties());
    }

    @Bean
    DefaultKafkaConsumerFactoryCustomizer mendedConsumers() {
        return IntakeConfiguration::mend;
    }

    private static <K, V> void mend(DefaultKafkaConsumerFactory<K, V> factory) {
        factory.addPostProcessor(MendedConsumer::of);
    }

    /// Transactional ids are the instance's name and a number below the number of threads. So a
    /// producer that replaces another one, in this process or after a crash, takes over its id,
    /// ends its transaction and shuts it out.
    ///
    /// Set here and not by `spring.kafka.producer.transaction-id-prefix`, because that brings a
    /// Kafka transaction manager, which would take the place of the database's.
    @Bean
    DefaultKafkaProducerFactoryCustomizer transactionalIds(
            IntakeSettings settings, RetrySettings retries) {
        var threads = settings.concurrency() + retries.concurrency();
        return factory -> {
            factory.updateConfigs(
                    Map.of(
                            ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                            (int) settings.transactionTimeout().toMillis()));
            factory.setTransactionIdPrefix(GROUP + "-" + settings.instance() + "-");
            factory.setTransactionIdSuffixStrategy(new DefaultTransactionIdSuffixStrategy(threads));
        };
    }

    @Bean
    RetrySchedule retrySchedule(RetrySettings retries) {
        return new RetrySchedule(GROUP, retries.delays());
    }

    @Bean
    FailedRecords failedRecords(RetrySchedule schedule) {
        return new FailedRecords(GROUP, schedule);
    }

    @Bean
    ConcurrentMessageListenerContainer<byte[], byte[]> ordersContainer(
            IntakeContainers containers, IntakeSettings settings) {
        return containers.create(new ContainerProperties(Topics.ORDERS), settings.concurrency());
    }

    /// Threads of their own, so that a large batch of new orders makes no retry late. The same
    /// group: the retries are its own.
    @Bean
    ConcurrentMessageListenerContainer<byte[], byte[]> retriesContainer(
            IntakeContainers containers, RetrySchedule schedule, RetrySettings retries) {
        var topics = schedule.topics().toArray(String[]::new);
        var properties = new ContainerProperties(topics);
        // A partition that is resumed is fetched from once the request under way is answered.
        var precision = String.valueOf(retries.precision().toMillis());
        properties.setPollTimeout(retries.precision().toMillis());
        properties
                .getKafkaConsumerProperties()
                .setProperty(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, precision);
        properties
                .getKafkaConsumerProperties()
                .setProperty(
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        String.valueOf(retries.maxPollRecords()));
        return containers.create(properties, retries.concurrency());
    }
}
