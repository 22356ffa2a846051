package dev.kafkaorders.orders.idempotency;

import dev.kafkaorders.events.Topics;
import dev.kafkaorders.orders.log.LogClients;
import dev.kafkaorders.orders.log.LogFollower;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/// Reads the whole log into the memory and then follows it.
final class MemoryReader extends LogFollower {

    private final Memory memory;
    private final Clock clock;
    private final IdempotencyLog idempotencyLog = new IdempotencyLog();

    MemoryReader(LogClients clients, Memory memory, Clock clock) {
        super("idempotency-memory", List.of(Topics.IDEMPOTENCY), clients);
        this.memory = memory;
        this.clock = clock;
    }

    /// 0 until they are known.
    int partitions() {
        return progress().partitions();
    }

    @Override
    protected long nextOffset(TopicPartition partition) {
        return progress().nextOffset(partition);
    }

    @Override
    protected void learn(ConsumerRecords<byte[], byte[]> records) {
        var now = clock.instant();
        records.forEach(record -> learn(record, now));
    }

    private void learn(ConsumerRecord<byte[], byte[]> record, Instant now) {
        try {
            idempotencyLog.readInto(memory, record, now);
        } catch (RuntimeException e) {
            skipped(record, e);
        }
    }

    @Override
    protected void housekeeping(Map<TopicPartition, Long> ends) {
        memory.forgetExpired(clock.instant());
    }
}
