package dev.kafkaorders.orders.status.tracking;

import dev.kafkaorders.orders.status.FactReader;
import dev.kafkaorders.orders.status.Observation;
import dev.kafkaorders.orders.status.Order;
import dev.kafkaorders.orders.status.OrderDocument;
import dev.kafkaorders.orders.status.Position;
import dev.kafkaorders.orders.status.StatusJson;
import java.time.Instant;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;

/// Adds to each order what the records say about it, and passes on what has changed.
///
/// Exactly once in two ways: what is read, kept and written is one Kafka transaction, so that a
/// crash repeats nothing; and a fact that somebody has written twice is known the second time.
final class OrderTracking extends ContextualProcessor<byte[], byte[], byte[], Change> {

    static final String STORE = "orders";

    private final FactReader reader;
    private final SkippedRecords skipped;
    private final StatusJson json = new StatusJson();
    private KeyValueStore<Bytes, byte[]> orders;

    // The store is there from init on, before which nothing is processed.
    @SuppressWarnings("NullAway.Init")
    OrderTracking(FactReader reader, SkippedRecords skipped) {
        this.reader = reader;
        this.skipped = skipped;
    }

    @Override
    public void init(ProcessorContext<byte[], Change> context) {
        super.init(context);
        orders = context.getStateStore(STORE);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        var position = position(context().recordMetadata().orElseThrow(), record.timestamp());
        switch (reader.read(position, record.key(), record.value(), record.headers())) {
            case Observation.Observed observed -> learn(observed, record);
            case Observation.Meaningless(var reason) -> skipped.skip(position, reason);
        }
    }

    private void learn(Observation.Observed observed, Record<byte[], byte[]> record) {
        var key = Bytes.wrap(record.key());
        var stored = orders.get(key);
        var known =
                stored == null
                        ? Order.unknown(observed.orderId())
                        : json.read(stored, OrderDocument.class).order();
        known.learn(observed.fact(), observed.purchase())
                .ifPresent(order -> keep(key, known, order, record));
    }

    private void keep(Bytes key, Order known, Order order, Record<byte[], byte[]> record) {
        var document = OrderDocument.of(order);
        var bytes = json.write(document);
        orders.put(key, bytes);
        if (order.isPlaced()) {
            var before = known.isPlaced() ? known.state().name() : null;
            context()
                    .forward(
                            new Record<>(
                                    key.get(),
                                    new Change(document, bytes, before),
                                    record.timestamp(),
                                    new RecordHeaders()));
        }
    }

    private static Position position(RecordMetadata at, long timestamp) {
        return new Position(
                at.topic(), at.partition(), at.offset(), Instant.ofEpochMilli(timestamp));
    }
}
