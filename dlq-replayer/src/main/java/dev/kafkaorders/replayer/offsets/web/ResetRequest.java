package dev.kafkaorders.replayer.offsets.web;

import static java.util.stream.Collectors.toSet;

import dev.kafkaorders.replayer.cluster.LogTime;
import dev.kafkaorders.replayer.offsets.Scope;
import dev.kafkaorders.replayer.offsets.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/// What an operator asks for.
///
/// @param topics all partitions of these; together with the partitions
/// @param partitions single ones, such as `orders:3`; without topics and partitions, all of which
///   the group has committed something
/// @param stopGroup whether the group may be stopped for it
record ResetRequest(
        @Nullable String group,
        @Nullable To to,
        @Nullable List<String> topics,
        @Nullable List<String> partitions,
        @Nullable Boolean stopGroup) {

    String wantedGroup() {
        if (group == null || group.isBlank()) {
            throw new InvalidResetException("group is missing");
        }
        return group;
    }

    Target target() {
        if (to == null) {
            throw new InvalidResetException(To.ONE_OF);
        }
        return to.target(wantedGroup());
    }

    Scope scope() {
        return new Scope(
                given("topics", topics).collect(toSet()),
                given("partitions", partitions).map(ResetRequest::partition).collect(toSet()));
    }

    private static Stream<String> given(String name, @Nullable List<String> list) {
        if (list == null) {
            return Stream.empty();
        }
        if (list.stream().anyMatch(Objects::isNull)) {
            throw new InvalidResetException(name + " must not have null among them");
        }
        return list.stream();
    }

    boolean mayStopGroup() {
        return stopGroup != null && stopGroup;
    }

    private static TopicPartition partition(String text) {
        var colon = text.lastIndexOf(':');
        try {
            return new TopicPartition(
                    text.substring(0, Math.max(0, colon)),
                    Integer.parseInt(text.substring(colon + 1)));
        } catch (NumberFormatException _) {
            throw new InvalidResetException(
                    "partitions must be like orders:3, which " + text + " is not");
        }
    }

    /// Where to; exactly one of them.
    ///
    /// @param durationAgo such as `PT5M`
    /// @param group that whose offsets are taken over
    /// @param csv the content of a file as `kafka-consumer-groups.sh --export` writes it
    record To(
            @Nullable Boolean earliest,
            @Nullable Boolean latest,
            @Nullable Instant timestamp,
            @Nullable Duration durationAgo,
            @Nullable Long offset,
            @Nullable Long shiftBy,
            @Nullable String group,
            @Nullable String csv) {

        static final String ONE_OF =
                "to must have exactly one of earliest: true, latest: true, timestamp, durationAgo,"
                        + " offset, shiftBy, group, csv";

        Target target(String ofGroup) {
            var targets =
                    Stream.<@Nullable Target>of(
                                    Boolean.TRUE.equals(earliest) ? new Target.Earliest() : null,
                                    Boolean.TRUE.equals(latest) ? new Target.Latest() : null,
                                    timestamp == null ? null : since(timestamp),
                                    durationAgo == null ? null : ago(durationAgo),
                                    offset == null ? null : new Target.Offset(offset),
                                    shiftBy == null ? null : new Target.ShiftBy(shiftBy),
                                    group == null ? null : new Target.LikeGroup(group),
                                    csv == null ? null : new Target.Csv(Csv.read(csv, ofGroup)))
                            .flatMap(Stream::ofNullable)
                            .toList();
            if (targets.size() != 1) {
                throw new InvalidResetException(ONE_OF);
            }
            return targets.getFirst();
        }

        private static Target since(Instant time) {
            try {
                return new Target.Timestamp(LogTime.checked(time));
            } catch (IllegalArgumentException e) {
                throw new InvalidResetException("timestamp " + e.getMessage());
            }
        }

        private static Target ago(Duration duration) {
            try {
                return new Target.DurationAgo(LogTime.checkedAgo(duration, Instant.now()));
            } catch (IllegalArgumentException e) {
                throw new InvalidResetException("durationAgo " + e.getMessage());
            }
        }
    }
}
