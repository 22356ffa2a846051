package dev.kafkaorders.replayer.offsets;

import static java.util.stream.Collectors.toMap;

import dev.kafkaorders.replayer.group.LogEnds;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.springframework.stereotype.Component;

/// Finds the offsets that a target means, as `kafka-consumer-groups.sh` does: never outside of the
/// log, and at its end where there is no record of the time.
@Component
class OffsetSearch {

    private final LogEnds log;
    private final Clock clock;

    OffsetSearch(LogEnds log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /// Nothing for a partition that the target says nothing about.
    ///
    /// @param current what the group has committed, or another group, for a target that counts from
    ///   there
    Map<TopicPartition, Found> find(
            Target target,
            Collection<TopicPartition> partitions,
            Map<TopicPartition, Long> current) {
        var limits = limits(partitions);
        return switch (target) {
            case Target.Earliest _ -> each(limits, limit -> Found.at(limit.start()));
            case Target.Latest _ -> each(limits, limit -> Found.at(limit.end()));
            case Target.Offset(var offset) -> each(limits, limit -> limit.clamp(offset));
            case Target.Timestamp(var time) -> since(time, limits);
            case Target.DurationAgo(var duration) -> since(clock.instant().minus(duration), limits);
            case Target.ShiftBy(var records) ->
                    relative(limits, current, offset -> plus(offset, records));
            case Target.LikeGroup _ -> relative(limits, current, offset -> offset);
            case Target.Csv(var offsets) -> relative(limits, offsets, offset -> offset);
        };
    }

    private Map<TopicPartition, Limits> limits(Collection<TopicPartition> partitions) {
        var starts = offsets(partitions, OffsetSpec.earliest());
        var ends = offsets(partitions, OffsetSpec.latest());
        return partitions.stream()
                .collect(
                        toMap(
                                it -> it,
                                it ->
                                        new Limits(
                                                starts.getOrDefault(it, 0L),
                                                ends.getOrDefault(it, 0L))));
    }

    private Map<TopicPartition, Found> since(Instant time, Map<TopicPartition, Limits> limits) {
        var spec = OffsetSpec.forTimestamp(time.toEpochMilli());
        var found = offsets(limits.keySet(), spec);
        var result = new HashMap<TopicPartition, Found>();
        limits.forEach((partition, limit) -> {
            var offset = found.getOrDefault(partition, -1L);
            result.put(
                    partition,
                    offset < 0
                            ? new Found(limit.end(), Optional.of("no record since then: the end"))
                            : Found.at(offset));
        });
        return result;
    }

    private Map<TopicPartition, Long> offsets(
            Collection<TopicPartition> partitions, OffsetSpec spec) {
        return log.offsets(partitions, spec, IsolationLevel.READ_UNCOMMITTED);
    }

    private static Map<TopicPartition, Found> each(
            Map<TopicPartition, Limits> limits, Function<Limits, Found> find) {
        return limits.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, it -> find.apply(it.getValue())));
    }

    private static Map<TopicPartition, Found> relative(
            Map<TopicPartition, Limits> limits,
            Map<TopicPartition, Long> offsets,
            Function<Long, Long> shift) {
        var result = new HashMap<TopicPartition, Found>();
        limits.forEach((partition, limit) -> {
            var offset = offsets.get(partition);
            if (offset != null) {
                result.put(partition, limit.clamp(shift.apply(offset)));
            }
        });
        return result;
    }

    /// Of more than there can be, the most there can be: it is clamped anyway.
    private static long plus(long offset, long records) {
        return records > 0 && offset > Long.MAX_VALUE - records ? Long.MAX_VALUE : offset + records;
    }

    /// @param note what was not possible as it was asked for
    record Found(long offset, Optional<String> note) {

        static Found at(long offset) {
            return new Found(offset, Optional.empty());
        }
    }

    /// The log's first offset, and the one behind its last.
    private record Limits(long start, long end) {

        Found clamp(long offset) {
            if (offset < start) {
                return new Found(start, Optional.of(offset + " is gone: the beginning"));
            }
            if (offset > end) {
                return new Found(end, Optional.of(offset + " is not there yet: the end"));
            }
            return Found.at(offset);
        }
    }
}
