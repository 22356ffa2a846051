package dev.kafkaorders.replayer.cluster;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// Something that knows what a topic says, because it is read to it from the beginning on and then
/// for good. Called by one thread at a time.
public interface Tail {

    /// For a person.
    String name();

    /// A consumer that has its partitions and is in no group. Whoever asks closes it.
    Consumer<byte[], byte[]> open();

    /// It is read from the beginning now, for the first time or because something failed.
    void begins(Consumer<?, ?> consumer);

    void read(ConsumerRecord<byte[], byte[]> record);

    /// All that was polled has been read.
    void reached(Consumer<?, ?> consumer);
}
