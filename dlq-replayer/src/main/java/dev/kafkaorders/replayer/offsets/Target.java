package dev.kafkaorders.replayer.offsets;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/// Where partitions are to go on. Each means what the option of `kafka-consumer-groups.sh` means.
public sealed interface Target {

    /// `--to-earliest`.
    record Earliest() implements Target {}

    /// `--to-latest`.
    record Latest() implements Target {}

    /// `--to-datetime`: the first record that is not older.
    record Timestamp(Instant time) implements Target {}

    /// `--by-duration`: the first record that is not older, counted from the plan.
    record DurationAgo(Duration duration) implements Target {}

    /// `--to-offset`.
    record Offset(long offset) implements Target {}

    /// `--shift-by`.
    record ShiftBy(long records) implements Target {}

    /// Where another group is, as its `--to-current --export` and our `--from-file` would do.
    record LikeGroup(String group) implements Target {}

    /// `--from-file`.
    record Csv(Map<TopicPartition, Long> offsets) implements Target {

        public Csv {
            offsets = Map.copyOf(offsets);
        }
    }
}
