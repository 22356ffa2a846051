package dev.kafkaorders.lab.run;

import dev.kafkaorders.events.Topics;
import dev.kafkaorders.localstack.process.Await;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/// Whether payment-consumer is through with everything: its group has no lag in `orders` and in the
/// retry topics, where an event lies until it is due.
final class Settling implements AutoCloseable {
    private static final Duration QUIET = Duration.ofSeconds(2);

    private final Admin admin;

    /// @param auditor properties of a client that may see all topics and groups
    Settling(Map<String, String> auditor) {
        admin = Admin.create(new HashMap<String, Object>(auditor));
    }

    /// Returns when nothing was left to do for a while, or the time is over.
    ///
    /// @return whether it settled
    boolean await(Duration time) {
        var quietSince = new long[] {0};
        return Await.atMost(
                time,
                () -> {
                    var now = System.nanoTime();
                    if (lag() != 0 || quietSince[0] == 0) {
                        quietSince[0] = now;
                    }
                    return now - quietSince[0] >= QUIET.toNanos();
                });
    }

    /// Records that wait; a large number when nobody tells.
    long lag() {
        try {
            var committed =
                    admin.listConsumerGroupOffsets(Topics.PAYMENT_CONSUMER)
                            .partitionsToOffsetAndMetadata()
                            .get();
            var specs = partitions().collect(Collectors.toMap(p -> p, _ -> OffsetSpec.latest()));
            var ends =
                    admin.listOffsets(specs, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                            .all()
                            .get();
            return ends.entrySet().stream()
                    .mapToLong(end -> {
                        var offset = committed.get(end.getKey());
                        return end.getValue().offset() - (offset == null ? 0 : offset.offset());
                    })
                    .sum();
        } catch (ExecutionException e) {
            return Long.MAX_VALUE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Long.MAX_VALUE;
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }

    private static Stream<TopicPartition> partitions() {
        var retries =
                Topics.PAYMENT_RETRIES.stream()
                        .map(delay -> Topics.retry(Topics.PAYMENT_CONSUMER, delay));
        return Stream.concat(Stream.of(Topics.ORDERS), retries)
                .flatMap(topic ->
                        IntStream.range(0, Topics.PARTITIONS)
                                .mapToObj(partition -> new TopicPartition(topic, partition)));
    }
}
