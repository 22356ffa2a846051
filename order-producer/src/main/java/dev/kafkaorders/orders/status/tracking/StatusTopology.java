package dev.kafkaorders.orders.status.tracking;

import dev.kafkaorders.events.Topics;
import dev.kafkaorders.orders.status.FactReader;
import dev.kafkaorders.orders.status.StatusTopics;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;

/// All topics → the orders → `order-status`, and their counts → `order-statistics`.
///
/// By the Processor API: what is done is one state machine over six topics with a store, for which
/// the DSL would want a repartitioning join per topic.
final class StatusTopology {

    private static final String RECORDS = "records";
    private static final String TRACKING = "tracking";
    private static final String COUNTING = "counting";

    private final StatusTopics topics;
    private final SkippedRecords skipped;

    StatusTopology(StatusTopics topics, SkippedRecords skipped) {
        this.topics = topics;
        this.skipped = skipped;
    }

    Topology build() {
        var bytes = new ByteArraySerializer();
        Serializer<Change> documents = (_, change) -> change.json();
        return new Topology()
                .addSource(
                        AutoOffsetReset.earliest(),
                        RECORDS,
                        // A record without a time is no reason to stop.
                        (record, _) -> Math.max(record.timestamp(), 0),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer(),
                        topics.all())
                .addProcessor(
                        TRACKING, () -> new OrderTracking(new FactReader(topics), skipped), RECORDS)
                .addStateStore(orders(), TRACKING)
                .addSink("status", Topics.ORDER_STATUS, bytes, documents, TRACKING)
                .addProcessor(COUNTING, Counting::new, TRACKING)
                .addStateStore(counts(), COUNTING)
                .addSink("statistics", Topics.ORDER_STATISTICS, bytes, bytes, COUNTING);
    }

    /// On disk, as it grows with the number of orders. The cache saves writing an order that
    /// changes twice within a commit.
    private static StoreBuilder<KeyValueStore<Bytes, byte[]>> orders() {
        return Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(OrderTracking.STORE),
                        Serdes.Bytes(),
                        Serdes.ByteArray())
                .withCachingEnabled();
    }

    /// A few thousand numbers, in memory; the cache makes many orders one write.
    private static StoreBuilder<WindowStore<String, byte[]>> counts() {
        return Stores.windowStoreBuilder(
                        Stores.inMemoryWindowStore(
                                Counting.STORE, Counting.RETENTION, Counting.WINDOW, false),
                        Serdes.String(),
                        Serdes.ByteArray())
                .withCachingEnabled();
    }
}
