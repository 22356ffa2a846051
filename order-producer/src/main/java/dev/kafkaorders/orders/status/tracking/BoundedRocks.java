package dev.kafkaorders.orders.status.tracking;

import dev.kafkaorders.orders.status.RocksMemory;
import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Options;

/// Has the stores of all partitions share the service's [RocksMemory]. Public, as Kafka Streams
/// makes one by its class name for each store.
public final class BoundedRocks implements RocksDBConfigSetter {

    /// Where in Kafka Streams' configuration the memory is.
    static final String MEMORY = "orders.status.rocks.memory";

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        var memory = (RocksMemory) configs.get(MEMORY);
        if (memory == null) {
            throw new IllegalStateException(MEMORY + " is not configured");
        }
        memory.provideFor(options, (BlockBasedTableConfig) options.tableFormatConfig());
    }

    /// What is shared is closed by who made it.
    @Override
    public void close(String storeName, Options options) {}
}
