package dev.kafkaorders.orders.status.view;

import org.rocksdb.RocksDBException;

/// The view's database failed: its disk is full or broken, or it was closed.
final class StoreException extends RuntimeException {

    StoreException(RocksDBException cause) {
        super(cause);
    }

    StoreException(String message) {
        super(message);
    }
}
