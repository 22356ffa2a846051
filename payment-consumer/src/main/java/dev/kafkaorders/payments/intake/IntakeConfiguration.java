package dev.kafkaorders.payments.intake;

import dev.kafkaorders.events.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaProducerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultTransactionIdSuffixStrategy;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.ContainerProperties.AssignmentCommitOption;
import org.springframework.scheduling.TaskScheduler;

/// The consumer and its producers.
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

    static final String GROUP = "payment-consumer";

    private static final Duration RETRY_WHEN_NOT_ALLOWED = Duration.ofSeconds(10);

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

    /// Transactional ids are the instance's name and a number below the number of threads. So a
    /// producer that replaces another one, in this process or after a crash, takes over its id,
    /// ends its transaction and shuts it out.
    ///
    /// Set here and not by `spring.kafka.producer.transaction-id-prefix`, because that brings a
    /// Kafka transaction manager, which would take the place of the database's.
    @Bean
    DefaultKafkaProducerFactoryCustomizer transactionalIds(IntakeSettings settings) {
        return factory -> {
            factory.updateConfigs(
                    Map.of(
                            ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                            (int) settings.transactionTimeout().toMillis()));
            factory.setTransactionIdPrefix(GROUP + "-" + settings.instance() + "-");
            factory.setTransactionIdSuffixStrategy(
                    new DefaultTransactionIdSuffixStrategy(settings.concurrency()));
        };
    }

    @Bean
    ConcurrentMessageListenerContainer<byte[], byte[]> ordersContainer(
            ConsumerFactory<byte[], byte[]> consumers,
            Intake intake,
            Redelivery redelivery,
            HeldPartitions held,
            LostPartitions lostPartitions,
            RedeliveringErrorHandler errorHandler,
            TaskScheduler scheduler,
            IntakeSettings settings,
            Clock clock) {
        var container = new ConcurrentMessageListenerContainer<>(consumers, properties(settings));
        var holder = new PartitionHolder(held, container, scheduler, settings, clock);
        container.setupMessageListener(new OrdersListener(intake, redelivery, holder));
        container.getContainerProperties().setConsumerRebalanceListener(lostPartitions);
        container.setCommonErrorHandler(errorHandler);
        container.setConcurrency(settings.concurrency());
        return container;
    }

    /// Nothing here makes the container commit: not an acknowledgment, not an assignment.
    private static ContainerProperties properties(IntakeSettings settings) {
        var properties = new ContainerProperties(Topics.ORDERS);
        properties.setGroupId(GROUP);
        properties.setAckMode(AckMode.MANUAL);
        properties.setAssignmentCommitOption(AssignmentCommitOption.NEVER);
        properties.setAuthExceptionRetryInterval(RETRY_WHEN_NOT_ALLOWED);
        properties.setShutdownTimeout(settings.shutdownTimeout().toMillis());
        return properties;
    }
}
