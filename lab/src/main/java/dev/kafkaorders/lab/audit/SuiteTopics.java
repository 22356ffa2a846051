package dev.kafkaorders.lab.audit;

import static dev.kafkaorders.events.Topics.PAYMENT_CONSUMER;

import dev.kafkaorders.events.Topics;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The topics whose events make up a history.
public final class SuiteTopics {

    static final Set<String> RETRIES =
            Topics.PAYMENT_RETRIES.stream()
                    .map(delay -> Topics.retry(PAYMENT_CONSUMER, delay))
                    .collect(Collectors.toUnmodifiableSet());

    static final String DEAD_LETTERS = Topics.deadLetters(PAYMENT_CONSUMER);

    public static final List<String> ALL =
            Stream.concat(Stream.of(Topics.ORDERS, Topics.PAYMENTS, DEAD_LETTERS), RETRIES.stream())
                    .toList();

    private SuiteTopics() {}
}
