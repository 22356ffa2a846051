package dev.kafkaorders.orders.status.view;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kafkaorders.orders.status.RocksMemory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteOptions;

/// The view's database: orders, indexes and how far the topic was read, in one RocksDB.
///
/// A poll's records are written together with the offset behind them. There is no log of writes, as
/// Kafka is one: what a crash takes away is the end of the history, never its middle, and so is
/// read again from the offset that was left.
final class OrderStore implements AutoCloseable {

    private static final byte[] BEHIND_ALL_KEYS = {(byte) 0xff};

    private final Options options = new Options().setCreateIfMissing(true);
    private final WriteOptions unlogged = new WriteOptions().setDisableWAL(true);
    private final RocksDB database;

    /// To use a database that is closed would end the process, not the call.
    private final ReadWriteLock use = new ReentrantReadWriteLock();

    private boolean closed;

    OrderStore(Path directory, RocksMemory memory) {
        memory.provideFor(options, new BlockBasedTableConfig());
        try {
            Files.createDirectories(directory);
            database = RocksDB.open(options, directory.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RocksDBException e) {
            throw new StoreException(e);
        }
    }

    /// Empties it if what it holds is of another topic: one that was deleted and made anew, or of
    /// another cluster.
    ///
    /// @return whether it was emptied
    boolean holdOnly(String topicId) {
        var held = get(Keys.TOPIC).map(bytes -> new String(bytes, UTF_8));
        var emptied = held.isPresent() && !held.get().equals(topicId);
        use(() -> {
            if (emptied) {
                database.deleteRange(unlogged, new byte[0], BEHIND_ALL_KEYS);
            }
            database.put(unlogged, Keys.TOPIC, topicId.getBytes(UTF_8));
            return emptied;
        });
        return emptied;
    }

    Optional<Entry> find(UUID id) {
        return get(Keys.order(id)).map(Entry::parse);
    }

    /// Where reading goes on in a partition; 0 where it has not begun.
    long nextOffset(int partition) {
        return get(Keys.offset(partition))
                .map(bytes -> ByteBuffer.wrap(bytes).getLong())
                .orElse(0L);
    }

    OrderBatch batch() {
        return new OrderBatch(this);
    }

    void write(OrderBatch batch) {
        use(() -> {
            database.write(unlogged, batch.writes());
            return batch;
        });
    }

    /// Walks through the places of an index, from the newest order or from behind a place, for as
    /// long as the walker wants.
    void walk(byte[] index, @Nullable Place behind, Walker walker) {
        use(() -> {
            try (var keys = database.newIterator()) {
                seek(keys, index, behind);
                while (startsWith(keys, index) && walker.wantsMore(place(keys, index))) {
                    keys.next();
                }
                return index;
            }
        });
    }

    private static void seek(RocksIterator keys, byte[] index, @Nullable Place behind) {
        if (behind == null) {
            keys.seek(index);
            return;
        }
        var key = Keys.join(index, behind.bytes());
        keys.seek(key);
        if (keys.isValid() && Arrays.equals(keys.key(), key)) {
            keys.next();
        }
    }

    private static boolean startsWith(RocksIterator keys, byte[] index) {
        return keys.isValid()
                && keys.key().length == index.length + Place.BYTES
                && Arrays.equals(keys.key(), 0, index.length, index, 0, index.length);
    }

    private static Place place(RocksIterator keys, byte[] index) {
        return Place.parse(ByteBuffer.wrap(keys.key(), index.length, Place.BYTES));
    }

    private Optional<byte[]> get(byte[] key) {
        return use(() -> Optional.ofNullable(database.get(key)));
    }

    private <T> T use(Use<T> what) {
        use.readLock().lock();
        try {
            if (closed) {
                throw new StoreException("the view's database is closed");
            }
            return what.run();
        } catch (RocksDBException e) {
            throw new StoreException(e);
        } finally {
            use.readLock().unlock();
        }
    }

    @Override
    public void close() {
        use.writeLock().lock();
        try {
            closed = true;
            database.close();
            unlogged.close();
            options.close();
        } finally {
            use.writeLock().unlock();
        }
    }

    private interface Use<T> {
        T run() throws RocksDBException;
    }

    /// Is shown place after place.
    interface Walker {
        boolean wantsMore(Place place);
    }
}
