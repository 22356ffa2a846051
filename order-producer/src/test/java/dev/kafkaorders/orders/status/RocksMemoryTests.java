package dev.kafkaorders.orders.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.Statistics;
import org.rocksdb.TickerType;
import org.rocksdb.WriteOptions;

class RocksMemoryTests {

    private static final int KEYS = 300_000;
    private static final int A_PRIME = 7_919;
    private static final int LOOKUPS = 1_000;
    private static final int LESS_THAN_A_FILTER = 128 * 1024;
    private static final int SOME_PARTS = 16 * 1024;

    @TempDir private Path directory;
    @TempDir private static Path library;

    @Test
    void aLookupReadsASmallPartOfTheFilter() throws RocksDBException {
        try (var memory = new RocksMemory(library, LESS_THAN_A_FILTER);
                var statistics = new Statistics();
                var options = new Options().setCreateIfMissing(true).setStatistics(statistics)) {
            memory.provideFor(options, new BlockBasedTableConfig());
            try (var database = RocksDB.open(options, directory.toString());
                    var unlogged = new WriteOptions().setDisableWAL(true)) {
                for (var put = 0L; put < KEYS; put++) {
                    // In no order: files in order are never merged into a large one.
                    database.put(unlogged, key(2 * (int) (put * A_PRIME % KEYS)), new byte[0]);
                }
                database.compactRange();
                statistics.reset();
                for (var lookup = 0; lookup < LOOKUPS; lookup++) {
                    assertThat(database.get(key(2 * 241 * lookup + 1))).isNull();
                }
            }
            var read = statistics.getTickerCount(TickerType.BLOCK_CACHE_FILTER_BYTES_INSERT);
            assertThat(read).isBetween(1L, (long) LOOKUPS * SOME_PARTS);
        }
    }

    private static byte[] key(int number) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
    }
}
