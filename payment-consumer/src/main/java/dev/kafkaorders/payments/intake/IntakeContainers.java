package dev.kafkaorders.payments.intake;

import java.time.Clock;
import java.time.Duration;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.ContainerProperties.AssignmentCommitOption;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/// Makes the containers that poll for the intake. Nothing here makes a container commit: not an
/// acknowledgment, not an assignment. Where nothing comes in, [IdleCommit] does.
@Component
class IntakeContainers {

    private static final Duration RETRY_WHEN_NOT_ALLOWED = Duration.ofSeconds(10);

    private final ConsumerFactory<byte[], byte[]> consumers;
    private final Intake intake;
    private final Redelivery redelivery;
    private final HeldPartitions held;
    private final LostPartitions lostPartitions;
    private final RedeliveringErrorHandler errorHandler;
    private final TaskScheduler scheduler;
    private final IntakeSettings settings;
    private final Clock clock;

    IntakeContainers(
            ConsumerFactory<byte[], byte[]> consumers,
            Intake intake,
            Redelivery redelivery,
            HeldPartitions held,
            LostPartitions lostPartitions,
            RedeliveringErrorHandler errorHandler,
            TaskScheduler scheduler,
            IntakeSettings settings,
            Clock clock) {
        this.consumers = consumers;
        this.intake = intake;
        this.redelivery = redelivery;
        this.held = held;
        this.lostPartitions = lostPartitions;
        this.errorHandler = errorHandler;
        this.scheduler = scheduler;
        this.settings = settings;
        this.clock = clock;
    }

    ConcurrentMessageListenerContainer<byte[], byte[]> create(
            ContainerProperties properties, int threads) {
        properties.setGroupId(IntakeConfiguration.GROUP);
        properties.setAckMode(AckMode.MANUAL);
        properties.setAssignmentCommitOption(AssignmentCommitOption.NEVER);
        properties.setAuthExceptionRetryInterval(RETRY_WHEN_NOT_ALLOWED);
        properties.setShutdownTimeout(settings.shutdownTimeout().toMillis());
        properties.setConsumerRebalanceListener(lostPartitions);
        properties.setIdlePartitionEventInterval(settings.idleCommit().toMillis());
        var container = new ConcurrentMessageListenerContainer<>(consumers, properties);
        var holder = new PartitionHolder(held, container, scheduler, settings, clock);
        container.setupMessageListener(new IntakeListener(intake, redelivery, holder));
        container.setCommonErrorHandler(errorHandler);
        container.setConcurrency(threads);
        // Started once it is known that no operator wants the group to be stopped.
        container.setAutoStartup(false);
        return container;
    }
}
