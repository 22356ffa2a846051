package dev.kafkaorders.lab.benchmark.status;

import dev.kafkaorders.events.Topics;
import dev.kafkaorders.lab.benchmark.workload.Completions;
import dev.kafkaorders.lab.benchmark.workload.Completions.Moment;
import dev.kafkaorders.lab.benchmark.workload.Lookout;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/// How many records about orders the view has behind it, by the offsets that it commits with what
/// it makes of them. Markers of transactions count too; there is one for hundreds of records.
final class CommittedFacts implements AutoCloseable {
    private final Admin admin;
    private final List<Moment> moments = new ArrayList<>();
    private long before;

    CommittedFacts(Map<String, String> administrator) {
        admin = Admin.create(new HashMap<String, Object>(administrator));
    }

    /// Watches until there are so many or the time is over.
    void await(Duration time, long facts) {
        Lookout.atMost(time, () -> look() >= facts);
    }

    Completions completions() {
        return new Completions(moments);
    }

    private long look() {
        var now = committed();
        if (now > before) {
            moments.add(new Moment(Instant.now(), now - before));
            before = now;
        }
        return now;
    }

    private long committed() {
        try {
            return admin
                    .listConsumerGroupOffsets(Topics.ORDER_STATUS_APPLICATION)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .values()
                    .stream()
                    .filter(Objects::nonNull)
                    .mapToLong(offset -> offset.offset())
                    .sum();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the view was watched", e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
