package dev.kafkaorders.replayer.offsets;

import static java.util.Comparator.comparing;

import dev.kafkaorders.replayer.group.ConsumerGroups;
import dev.kafkaorders.replayer.offsets.OffsetSearch.Found;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.springframework.stereotype.Component;

/// Works out what a reset would do. Alters nothing.
@Component
class Planner {

    private final ConsumerGroups groups;
    private final PartitionChoice choice;
    private final OffsetSearch search;

    Planner(ConsumerGroups groups, PartitionChoice choice, OffsetSearch search) {
        this.groups = groups;
        this.choice = choice;
        this.search = search;
    }

    /// What came of planning.
    sealed interface Outcome {

        record Moves(List<Move> moves) implements Outcome {}

        record No(Refusal refusal) implements Outcome {}
    }

    Outcome plan(String group, Target target, Scope scope) {
        var committed = groups.committed(group);
        var source = source(target, committed);
        var onlyThose = target instanceof Target.Csv || target instanceof Target.LikeGroup;
        var chosen = choice.choose(scope, source.keySet(), onlyThose);
        if (!chosen.missing().isEmpty()) {
            return impossible("there is no " + String.join(", no ", chosen.missing()));
        }
        if (chosen.partitions().isEmpty()) {
            return impossible(
                    "there is nothing to reset: the group has committed nothing of these; name"
                            + " topics that it reads");
        }
        if (target instanceof Target.ShiftBy) {
            var unknown = new HashSet<>(chosen.partitions());
            unknown.removeAll(committed.keySet());
            if (!unknown.isEmpty()) {
                return impossible("nothing is committed to shift from: " + unknown);
            }
        }
        return new Outcome.Moves(
                moves(
                        chosen.partitions(),
                        committed,
                        search.find(target, chosen.partitions(), source)));
    }

    /// The offsets that the target counts from or takes over.
    private Map<TopicPartition, Long> source(Target target, Map<TopicPartition, Long> committed) {
        return switch (target) {
            case Target.LikeGroup(var other) -> groups.committed(other);
            case Target.Csv(var offsets) -> offsets;
            case Target.Earliest _,
                    Target.Latest _,
                    Target.Timestamp _,
                    Target.DurationAgo _,
                    Target.Offset _,
                    Target.ShiftBy _ ->
                    committed;
        };
    }

    private static List<Move> moves(
            Set<TopicPartition> partitions,
            Map<TopicPartition, Long> committed,
            Map<TopicPartition, Found> found) {
        return partitions.stream()
                .map(partition -> {
                    var target = Objects.requireNonNull(found.get(partition));
                    return Move.of(
                            partition,
                            committed.get(partition),
                            target.offset(),
                            target.note().orElse(null));
                })
                .sorted(comparing(Move::topic).thenComparingInt(Move::partition))
                .toList();
    }

    private static Outcome impossible(String reason) {
        return new Outcome.No(new Refusal.Impossible(reason));
    }
}
