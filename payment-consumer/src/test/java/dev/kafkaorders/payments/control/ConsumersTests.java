package dev.kafkaorders.payments.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.MessageListener;

/// Over real containers and consumers, whose brokers are away.
class ConsumersTests {

    private final Unreliable factory = new Unreliable();
    private final ControlSettings settings =
            new ControlSettings(Duration.ofMillis(10), Duration.ofMinutes(1));
    private final Wish wish = new Wish(settings, Clock.systemUTC(), new SimpleMeterRegistry());
    private final ConcurrentMessageListenerContainer<byte[], byte[]> container = container(factory);
    private final Consumers consumers = new Consumers(List.of(container), wish);

    @AfterEach
    void close() {
        container.stop();
    }

    /// As when no name of a broker resolves.
    @Test
    void startsAgainWhatCouldNotStart() throws InterruptedException {
        factory.failures.set(1);
        assertStartsTheSecondTime();
    }

    @Test
    void startsAllThreadsWhenOneOfThemCouldNotStart() throws InterruptedException {
        factory.successes.set(1);
        factory.failures.set(1);
        assertStartsTheSecondTime();
    }

    @Test
    void areStartedAlsoWhenNobodyCanTellWhetherTheyShouldBe() {
        var unreadable =
                new Unreliable() {
                    @Override
                    public Map<String, Object> getConfigurationProperties() {
                        throw new IllegalStateException("a bug");
                    }
                };
        var thread = new ControlThread(new ControlReader(unreadable, wish, settings), consumers);
        thread.start();
        try {
            await().until(container::isRunning);
        } finally {
            thread.stop();
        }
    }

    private void assertStartsTheSecondTime() throws InterruptedException {
        consumers.follow();
        assertThat(container.isRunning()).isFalse();
        consumers.follow();
        assertThat(container.isRunning()).isTrue();
        assertThat(container.getContainers()).hasSize(2);
    }

    private static ConcurrentMessageListenerContainer<byte[], byte[]> container(
            ConsumerFactory<byte[], byte[]> factory) {
        var properties = new ContainerProperties("a-topic");
        properties.setGroupId("a-group");
        properties.setMessageListener((MessageListener<byte[], byte[]>) _ -> {});
        var container = new ConcurrentMessageListenerContainer<>(factory, properties);
        container.setConcurrency(2);
        return container;
    }

    /// Makes some consumers, then fails to make some, then makes the rest.
    private static class Unreliable extends DefaultKafkaConsumerFactory<byte[], byte[]> {

        private final AtomicInteger successes = new AtomicInteger();
        private final AtomicInteger failures = new AtomicInteger();

        private Unreliable() {
            super(
                    Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, "localhost:1"),
                    new ByteArrayDeserializer(),
                    new ByteArrayDeserializer());
        }

        @Override
        public Consumer<byte[], byte[]> createConsumer(
                String groupId, String clientIdPrefix, String clientIdSuffix, Properties more) {
            if (successes.getAndDecrement() <= 0 && failures.getAndDecrement() > 0) {
                throw new KafkaException("Failed to construct kafka consumer");
            }
            return super.createConsumer(groupId, clientIdPrefix, clientIdSuffix, more);
        }
    }
}
