package dev.kafkaorders.payments.retry;

import dev.kafkaorders.events.Topics;
import dev.kafkaorders.payments.record.Delivery;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The retry topics of a consumer group, one after the other, and the dead-letter topic behind
/// them.
///
/// Each topic has one delay, and all events that fail in a batch begin to wait together: so the
/// head of a partition is always the next that is due.
public final class RetrySchedule {

    private final List<Duration> delays;
    private final List<String> topics;
    private final String deadLetterTopic;

    public RetrySchedule(String consumerGroup, List<Duration> delays) {
        this.delays = List.copyOf(delays);
        this.topics = delays.stream().map(delay -> Topics.retry(consumerGroup, delay)).toList();
        this.deadLetterTopic = Topics.deadLetters(consumerGroup);
    }

    public List<String> topics() {
        return topics;
    }

    public String deadLetterTopic() {
        return deadLetterTopic;
    }

    /// Where an event goes that has failed; empty when it has been everywhere.
    ///
    /// @param notBefore the least to wait: topics with shorter delays are skipped, but for the last
    public Optional<Hop> after(Delivery failed, Duration notBefore) {
        var next = isFirstTry(failed) ? 0 : topics.indexOf(failed.position().topic()) + 1;
        if (next == topics.size()) {
            return Optional.empty();
        }
        var last = topics.size() - 1;
        while (next < last && delays.get(next).compareTo(notBefore) < 0) {
            next++;
        }
        return Optional.of(new Hop(topics.get(next), delays.get(next)));
    }

    /// Whatever came along with another record is at its beginning, wherever that one was.
    private static boolean isFirstTry(Delivery delivery) {
        return delivery.attempts() == 0;
    }
}
