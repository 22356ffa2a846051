package dev.kafkaorders.orders.status.view;

import dev.kafkaorders.orders.status.OrderDocument;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;

/// What a poll has brought, written as a whole.
final class OrderBatch implements AutoCloseable {

    private static final byte[] NOTHING = {};

    private final OrderStore store;
    private final WriteBatch writes = new WriteBatch();

    /// What the batch itself will have written.
    private final Map<UUID, Entry> entries = new HashMap<>();

    OrderBatch(OrderStore store) {
        this.store = store;
    }

    /// The order as it is now. An entry in an index that is no longer true is taken out where it is
    /// known; where it isn't, the reader of the index finds that out.
    void put(OrderDocument document, byte[] json) {
        var id = document.orderId();
        var entry = Entry.of(document, json);
        var place = entry.place(id).bytes();
        var before = Optional.ofNullable(entries.put(id, entry)).or(() -> store.find(id));
        try {
            if (before.isPresent() && before.get().state() != entry.state()) {
                var old = before.get().place(id).bytes();
                writes.delete(Keys.join(Keys.inState(before.get().state()), old));
            }
            writes.put(Keys.order(id), entry.bytes());
            writes.put(Keys.join(Keys.all(), place), NOTHING);
            writes.put(Keys.join(Keys.inState(entry.state()), place), NOTHING);
            var customer = document.customerId();
            if (customer != null) {
                writes.put(Keys.join(Keys.ofCustomer(customer), place), NOTHING);
            }
        } catch (RocksDBException e) {
            throw new StoreException(e);
        }
    }

    /// Reading goes on there once the batch is written.
    void reached(int partition, long nextOffset) {
        try {
            writes.put(
                    Keys.offset(partition),
                    ByteBuffer.allocate(Long.BYTES).putLong(nextOffset).array());
        } catch (RocksDBException e) {
            throw new StoreException(e);
        }
    }

    WriteBatch writes() {
        return writes;
    }

    @Override
    public void close() {
        writes.close();
    }
}
