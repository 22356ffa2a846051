package dev.kafkaorders.payments.retry;

import dev.kafkaorders.events.Topics;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/// Refuses to start where failed events would have nowhere to go: a topic is missing, or has fewer
/// partitions than the one that its records come from. Found at the first failure, that would hold
/// up everything.
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
            var wanted = partitions(Topics.ORDERS);
            for (var topic : schedule.topics()) {
                check(topic, wanted);
            }
            check(schedule.deadLetterTopic(), wanted);
        } catch (TimeoutException e) {
            log.atWarn()
                    .setCause(e)
                    .log("No broker answers: retry topics and dead-letter topic are not checked");
        }
    }

    private void check(String topic, int wanted) throws TimeoutException {
        var there = partitions(topic);
        if (there < wanted) {
            throw new IllegalStateException(
                    "The topic %s has %d partitions and needs %d, as many as %s: alter it"
                            .formatted(topic, there, wanted, Topics.ORDERS));
        }
    }

    private int partitions(String topic) throws TimeoutException {
        var options = new DescribeTopicsOptions().timeoutMs(PATIENCE_MS);
        var descriptions = admin.describeTopics(List.of(topic), options).allTopicNames();
        try {
            return descriptions.get(PATIENCE_MS, TimeUnit.MILLISECONDS).values().stream()
                    .mapToInt(description -> description.partitions().size())
                    .sum();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                throw new IllegalStateException(
                        "The topic " + topic + " is missing: create it, or change the settings", e);
            }
            throw new TimeoutException(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while topics were checked", e);
        }
    }
}
