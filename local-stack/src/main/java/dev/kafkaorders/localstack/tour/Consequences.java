package dev.kafkaorders.localstack.tour;

import dev.kafkaorders.events.PaymentCaptured;
import dev.kafkaorders.events.Topics;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/// What an outage did to some orders, as the topics tell it.
final class Consequences {
    private final Set<UUID> orders;
    private final Set<UUID> paid = new HashSet<>();
    private int retries;
    private int deadLetters;

    Consequences(Set<UUID> orders) {
        this.orders = orders;
    }

    /// @param entry the next, of any order
    void note(LogEntry entry) {
        if (!orders.contains(entry.orderId())) {
            return;
        }
        if (PaymentTopics.RETRIES.contains(entry.topic())) {
            retries++;
        } else if (entry.topic().equals(PaymentTopics.DEAD_LETTERS)) {
            deadLetters++;
        } else if (entry.topic().equals(Topics.PAYMENTS)
                && entry.data() instanceof PaymentCaptured) {
            paid.add(entry.orderId());
        }
    }

    int paid() {
        return paid.size();
    }

    int deadLetters() {
        return deadLetters;
    }

    /// Whether all are paid, and none was retried or died on the way.
    boolean areNone() {
        return paid.size() == orders.size() && retries == 0 && deadLetters == 0;
    }

    @Override
    public String toString() {
        return "%d of %d paid, retry hops: %d, dead letters: %d"
                .formatted(paid.size(), orders.size(), retries, deadLetters);
    }
}
