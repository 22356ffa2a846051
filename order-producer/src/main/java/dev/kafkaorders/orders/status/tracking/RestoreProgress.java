package dev.kafkaorders.orders.status.tracking;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How far the stores are that are being read back from their changelogs.
final class RestoreProgress implements StateRestoreListener {

    private static final Logger log = LoggerFactory.getLogger(RestoreProgress.class);

    private static final long BETWEEN_LINES = Duration.ofSeconds(2).toNanos();

    private final Map<TopicPartition, Restore> restores = new ConcurrentHashMap<>();
    private long lastLine;

    /// Records that are still to be restored.
    long remaining() {
        return restores.values().stream().mapToLong(Restore::remaining).sum();
    }

    long restored() {
        return restores.values().stream().mapToLong(Restore::restored).sum();
    }

    @Override
    public void onRestoreStart(
            TopicPartition partition, String store, long startOffset, long endOffset) {
        restores.put(partition, new Restore(0, endOffset - startOffset));
    }

    @Override
    public void onBatchRestored(
            TopicPartition partition, String store, long endOffset, long records) {
        restores.computeIfPresent(partition, (_, restore) -> restore.further(records));
        tell();
    }

    @Override
    public void onRestoreEnd(TopicPartition partition, String store, long records) {
        restores.remove(partition);
        (records > 0 ? log.atInfo() : log.atDebug())
                .addKeyValue("topic", partition.topic())
                .addKeyValue("partition", partition.partition())
                .addKeyValue("restored", records)
                .log("Store is restored");
    }

    @Override
    public void onRestoreSuspended(TopicPartition partition, String store, long records) {
        restores.remove(partition);
    }

    private synchronized void tell() {
        var now = System.nanoTime();
        if (now - lastLine > BETWEEN_LINES) {
            lastLine = now;
            log.atInfo()
                    .addKeyValue("restored", restored())
                    .addKeyValue("remaining", remaining())
                    .log("Stores are being restored");
        }
    }

    /// Offsets, so that remaining counts what compaction has removed; it may end a bit above zero.
    private record Restore(long restored, long total) {

        Restore further(long records) {
            return new Restore(restored + records, total);
        }

        long remaining() {
            return Math.max(total - restored, 0);
        }
    }
}
