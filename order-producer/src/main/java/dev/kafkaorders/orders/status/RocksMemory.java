package dev.kafkaorders.orders.status;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.CompressionType;
import org.rocksdb.IndexType;
import org.rocksdb.LRUCache;
import org.rocksdb.NativeLibraryLoader;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/// The native memory that all RocksDB instances of the service share, however many there are: one
/// per partition, and the view's. Without it each would take its own, beside the heap and unseen by
/// `-Xmx`.
public final class RocksMemory implements AutoCloseable {

    private static final long WRITE_BUFFER = 4 * 1024 * 1024L;
    private static final int WRITE_BUFFERS = 2;
    private static final double BITS_PER_KEY = 10;

    private final Cache cache;
    private final WriteBufferManager writeBuffers;

    /// Loads RocksDB.
    ///
    /// @param directory where RocksDB's library is put. Left to itself it would put one into the
    ///   directory for temporary files at every start, and leave it there when it is killed
    /// @param bytes in all, of which up to two thirds are what isn't written yet
    public RocksMemory(Path directory, long bytes) {
        try {
            Files.createDirectories(directory);
            NativeLibraryLoader.getInstance().loadLibrary(directory.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        RocksDB.loadLibrary();
        this.cache = new LRUCache(bytes);
        this.writeBuffers = new WriteBufferManager(bytes * 2 / 3, cache);
    }

    /// Has a database take its memory from here.
    ///
    /// @param table what the database was configured with so far
    public void provideFor(Options options, BlockBasedTableConfig table) {
        // The cache holds index and filters too: without that they would grow with the data. In
        // parts, or who asks for one order would have those of a whole file read into it.
        table.setBlockCache(cache)
                .setCacheIndexAndFilterBlocks(true)
                .setIndexType(IndexType.kTwoLevelIndexSearch)
                .setPartitionFilters(true)
                .setPinTopLevelIndexAndFilter(true)
                .setFilterPolicy(new BloomFilter(BITS_PER_KEY));
        options.setTableFormatConfig(table)
                .setWriteBufferManager(writeBuffers)
                .setWriteBufferSize(WRITE_BUFFER)
                .setMaxWriteBufferNumber(WRITE_BUFFERS)
                .setCompressionType(CompressionType.LZ4_COMPRESSION);
    }

    @Override
    public void close() {
        writeBuffers.close();
        cache.close();
    }
}
