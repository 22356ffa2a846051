package dev.kafkaorders.payments.retry;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kafkaorders.events.RetryHeaders;
import dev.kafkaorders.payments.record.Failed;
import dev.kafkaorders.payments.record.FailureHeaders;
import dev.kafkaorders.payments.record.Original;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/// Makes the records that tell of failed events: the partition, key, value and headers of what was
/// first written, and the headers about the failure.
public final class FailedRecords {

    private final String consumerGroup;
    private final String deadLetterTopic;

    public FailedRecords(String consumerGroup, RetrySchedule schedule) {
        this.consumerGroup = consumerGroup;
        this.deadLetterTopic = schedule.deadLetterTopic();
    }

    /// A record for a retry topic.
    ///
    /// @param now when the waiting begins
    public ProducerRecord<byte[], byte[]> retry(
            Original original, Failed failed, Hop hop, Instant now) {
        var record = record(hop.topic(), original, headers(original, failed));
        var due = now.plus(hop.delay());
        record.headers().add(RetryHeaders.DUE, due.toString().getBytes(UTF_8));
        return record;
    }

    public ProducerRecord<byte[], byte[]> deadLetter(Original original, Failed failed) {
        return deadLetter(original, headers(original, failed));
    }

    /// A dead letter with the headers that it had before.
    public ProducerRecord<byte[], byte[]> deadLetter(Original original, Iterable<Header> headers) {
        return record(deadLetterTopic, original, headers);
    }

    private Headers headers(Original original, Failed failed) {
        return FailureHeaders.of(original, consumerGroup, failed);
    }

    private static ProducerRecord<byte[], byte[]> record(
            String topic, Original original, Iterable<Header> headers) {
        return new ProducerRecord<>(
                topic, original.position().partition(), original.key(), original.value(), headers);
    }
}
