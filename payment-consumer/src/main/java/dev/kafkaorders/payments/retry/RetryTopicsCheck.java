package dev.kafkaorders.payments.retry;

import dev.kafkaorders.events.Topics;
import dev.kafkaorders.payments.record.FailureHeaders;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeConfigsOptions;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/// Refuses to start where failed events would have nowhere to go: a topic is missing, has fewer
/// partitions than the one that its records come from, or no room for the largest of them. Found at
/// the first failure, that would hold up everything.
@Component
class RetryTopicsCheck implements InitializingBean {

    private static final Logger log = LoggerFactory.getLogger(RetryTopicsCheck.class);
    private static final int PATIENCE_MS = 10_000;

    private final Admin admin;
    private final RetrySchedule schedule;

    RetryTopicsCheck(Admin admin, RetrySchedule schedule) {
        this.admin = admin;
        this.schedule = schedule;
    }

    /// @throws IllegalStateException when a topic is not as it must be; the message says how
    @Override
    public void afterPropertiesSet() {
        try {
            var orders = new Shape(partitions(Topics.ORDERS), largestBatch(Topics.ORDERS));
            for (var topic : schedule.topics()) {
                check(topic, orders);
            }
            check(schedule.deadLetterTopic(), orders);
        } catch (TimeoutException e) {
            log.atWarn()
                    .setCause(e)
                    .log("No broker answers: retry topics and dead-letter topic are not checked");
        } catch (InvalidConfigurationException e) {
            log.atError()
                    .setCause(e)
                    .addKeyValue("remedy", "let it log in, and grant it what it needs")
                    .log("Kafka refuses us: retry topics and dead-letter topic are not checked");
        }
    }

    private void check(String topic, Shape orders) throws TimeoutException {
        var partitions = partitions(topic);
        if (partitions < orders.partitions()) {
            throw new IllegalStateException(
                    "The topic %s has %d partitions and needs %d, as many as %s: alter it"
                            .formatted(topic, partitions, orders.partitions(), Topics.ORDERS));
        }
        var needed = orders.largestBatch() + FailureHeaders.MOST_BYTES;
        var largestBatch = largestBatch(topic);
        if (largestBatch < needed) {
            throw new IllegalStateException(
                    "The topic %s has max.message.bytes=%d and needs %d, as the largest record of %s"
                                    .formatted(topic, largestBatch, needed, Topics.ORDERS)
                            + " and what went wrong with it must fit: alter it");
        }
    }

    private int partitions(String topic) throws TimeoutException {
        var options = new DescribeTopicsOptions().timeoutMs(PATIENCE_MS);
        var descriptions =
                answer(topic, admin.describeTopics(List.of(topic), options).allTopicNames());
        return descriptions.values().stream()
                .mapToInt(description -> description.partitions().size())
                .sum();
    }

    private int largestBatch(String topic) throws TimeoutException {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        var options = new DescribeConfigsOptions().timeoutMs(PATIENCE_MS);
        var configs = answer(topic, admin.describeConfigs(List.of(resource), options).all());
        return configs.values().stream()
                .map(config -> config.get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG).value())
                .mapToInt(Integer::parseInt)
                .sum();
    }

    private static <T> T answer(String topic, KafkaFuture<T> question) throws TimeoutException {
        try {
            return question.get(PATIENCE_MS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                throw new IllegalStateException(
                        "The topic " + topic + " is missing: create it, or change the settings", e);
            }
            // By KIP-1050 neither a wrong password nor a missing right is anything else.
            if (e.getCause() instanceof InvalidConfigurationException refusal) {
                throw refusal;
            }
            throw new TimeoutException(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while topics were checked", e);
        }
    }

    /// What is asked of the others.
    private record Shape(int partitions, int largestBatch) {}
}
