package dev.kafkaorders.lab.benchmark.paying.retryabletopic;

import dev.kafkaorders.events.Topics;
import dev.kafkaorders.lab.benchmark.paying.books.Incoming;
import dev.kafkaorders.lab.benchmark.paying.books.Till;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.BackOff;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.annotation.RetryableTopic;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.retrytopic.RetryTopicHeaders;
import org.springframework.kafka.retrytopic.TopicSuffixingStrategy;

/// Pays an order, waits until its outcome is written, and leaves the offset to the container.
class OrderListener {
    private final Till till;
    private final KafkaTemplate<byte[], byte[]> kafka;

    OrderListener(Till till, KafkaTemplate<byte[], byte[]> kafka) {
        this.till = till;
        this.kafka = kafka;
    }

    /// @throws ChargeFailed so that the record goes to the next retry topic
    @RetryableTopic(
            attempts = "4",
            backOff = @BackOff(delay = 1_000, multiplier = 10, maxDelay = 60_000),
            topicSuffixingStrategy = TopicSuffixingStrategy.SUFFIX_WITH_DELAY_VALUE,
            autoCreateTopics = "false",
            concurrency = "1")
    @KafkaListener(
            topics = Topics.ORDERS,
            groupId = "#{@surroundings.group()}",
            concurrency = "" + RecordListenerProgram.THREADS)
    void pay(ConsumerRecord<byte[], byte[]> record) throws SQLException {
        var settled = till.settle(List.of(Incoming.of(record, failedAttempts(record))));
        if (!settled.failed().isEmpty()) {
            throw new ChargeFailed();
        }
        settled.outcomes().forEach(outcome -> kafka.send(outcome).join());
    }

    /// A record of a retry topic says which attempt this is.
    private static int failedAttempts(ConsumerRecord<byte[], byte[]> record) {
        var attempt = record.headers().lastHeader(RetryTopicHeaders.DEFAULT_HEADER_ATTEMPTS);
        return attempt == null ? 0 : ByteBuffer.wrap(attempt.value()).getInt() - 1;
    }
}
