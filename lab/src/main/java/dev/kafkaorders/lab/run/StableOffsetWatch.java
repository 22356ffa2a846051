package dev.kafkaorders.lab.run;

import dev.kafkaorders.events.Topics;
import dev.kafkaorders.lab.report.Stall;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/// Looks for how long the last stable offset of `orders` stands still while there is more behind
/// it: for so long an open transaction, of a producer that was killed say, holds readers back.
final class StableOffsetWatch implements AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    /// As long as any transaction may take now and then.
    private static final Duration NOT_WORTH_MENTIONING = Duration.ofMillis(500);

    private final Admin admin;
    private final Clock clock = Clock.systemUTC();
    private final Map<TopicPartition, Standstill> standing = new HashMap<>();
    private final List<Stall> stalls = new ArrayList<>();
    private final Thread thread;

    private record Standstill(long offset, Instant since) {}

    /// @param auditor properties of a client that may see all topics
    StableOffsetWatch(Map<String, String> auditor) {
        admin = Admin.create(new HashMap<String, Object>(auditor));
        thread = Thread.ofVirtual().name("stable offset watch").start(this::watch);
    }

    /// Those that are over.
    synchronized List<Stall> stalls() {
        return List.copyOf(stalls);
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        admin.close(Duration.ZERO);
    }

    private void watch() {
        try {
            while (true) {
                look();
                Thread.sleep(BETWEEN_LOOKS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() throws InterruptedException {
        try {
            var stable = offsets(IsolationLevel.READ_COMMITTED);
            var ends = offsets(IsolationLevel.READ_UNCOMMITTED);
            var now = clock.instant();
            stable.forEach((partition, offset) ->
                    note(partition, offset, ends.getOrDefault(partition, offset), now));
        } catch (ExecutionException e) {
            // A leader is away. The next look sees what has become of it.
        }
    }

    private synchronized void note(TopicPartition partition, long stable, long end, Instant now) {
        var standstill = standing.get(partition);
        if (standstill != null && standstill.offset() != stable) {
            var time = Duration.between(standstill.since(), now);
            if (time.compareTo(NOT_WORTH_MENTIONING) > 0) {
                stalls.add(new Stall(partition.partition(), standstill.since(), time));
            }
            standing.remove(partition);
        }
        if (stable < end) {
            standing.putIfAbsent(partition, new Standstill(stable, now));
        }
    }

    private Map<TopicPartition, Long> offsets(IsolationLevel level)
            throws ExecutionException, InterruptedException {
        var asked = new HashMap<TopicPartition, OffsetSpec>();
        IntStream.range(0, Topics.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(Topics.ORDERS, partition))
                .forEach(partition -> asked.put(partition, OffsetSpec.latest()));
        var answered = new HashMap<TopicPartition, Long>();
        admin.listOffsets(asked, new ListOffsetsOptions(level))
                .all()
                .get()
                .forEach((partition, info) -> answered.put(partition, info.offset()));
        return answered;
    }
}
