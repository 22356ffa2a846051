package dev.kafkaorders.replayer.writing;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/// What a compacted topic says, in memory. Before anything is written it has been told everything
/// that is in the topic.
public interface Memory {

    String topic();

    /// Takes a committed record in. The same one may come again, after newer ones were written.
    void remember(ConsumerRecord<byte[], byte[]> record);
}
