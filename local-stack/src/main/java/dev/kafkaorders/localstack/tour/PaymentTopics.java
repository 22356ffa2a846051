package dev.kafkaorders.localstack.tour;

import static dev.kafkaorders.events.Topics.PAYMENT_CONSUMER;

import dev.kafkaorders.events.Topics;
import java.util.List;
import java.util.stream.Stream;

/// The topics of payment-consumer.
final class PaymentTopics {

    /// Where failed events wait, the first first.
    static final List<String> RETRIES =
            Topics.PAYMENT_RETRIES.stream()
                    .map(delay -> Topics.retry(PAYMENT_CONSUMER, delay))
                    .toList();

    static final String DEAD_LETTERS = Topics.deadLetters(PAYMENT_CONSUMER);

    /// What it reads and writes.
    static final List<String> ALL =
            Stream.concat(Stream.of(Topics.ORDERS, Topics.PAYMENTS, DEAD_LETTERS), RETRIES.stream())
                    .toList();

    private PaymentTopics() {}
}
