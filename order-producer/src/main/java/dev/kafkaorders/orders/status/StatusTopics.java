package dev.kafkaorders.orders.status;

import dev.kafkaorders.events.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The topics that tell what becomes of orders. All are partitioned in the same way by the same
/// key, so that all there is about an order comes to the same place.
public final class StatusTopics {

    private final Set<String> retries;
    private final String deadLetters = Topics.deadLetters(Topics.PAYMENT_CONSUMER);

    public StatusTopics(List<Duration> retries) {
        this.retries =
                retries.stream()
                        .map(delay -> Topics.retry(Topics.PAYMENT_CONSUMER, delay))
                        .collect(Collectors.toUnmodifiableSet());
    }

    public String[] all() {
        return Stream.concat(
                        Stream.of(Topics.ORDERS, Topics.PAYMENTS, deadLetters), retries.stream())
                .toArray(String[]::new);
    }

    boolean isRetry(String topic) {
        return retries.contains(topic);
    }

    boolean isDeadLetters(String topic) {
        return topic.equals(deadLetters);
    }
}
