package dev.kafkaorders.replayer.offsets;

import static java.util.stream.Collectors.toSet;

import dev.kafkaorders.replayer.group.LogEnds;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.springframework.stereotype.Component;

/// Finds the partitions that a reset is about.
@Component
class PartitionChoice {

    private final LogEnds log;

    PartitionChoice(LogEnds log) {
        this.log = log;
    }

    /// What is chosen, and what of it doesn't exist.
    record Chosen(Set<TopicPartition> partitions, Set<String> missing) {}

    /// @param mentioned those that are meant when the scope says all
    /// @param onlyMentioned whether others can't be chosen
    Chosen choose(Scope scope, Set<TopicPartition> mentioned, boolean onlyMentioned) {
        var topics = Stream.of(scope.topics(), topicsOf(scope.partitions()), topicsOf(mentioned));
        var counts = log.partitionCounts(topics.flatMap(Set::stream).collect(toSet()));
        if (scope.isAll()) {
            var existing = mentioned.stream().filter(it -> exists(it, counts)).collect(toSet());
            // What was deleted has no offsets to go to, and is no reason to leave out the rest.
            return new Chosen(existing, Set.of());
        }
        var chosen = new HashSet<>(scope.partitions());
        scope.topics().forEach(topic -> chosen.addAll(all(topic, counts)));
        if (onlyMentioned) {
            chosen.retainAll(mentioned);
        }
        var missing =
                Stream.concat(
                        scope.topics().stream().filter(topic -> !counts.containsKey(topic)),
                        scope.partitions().stream()
                                .filter(it -> !exists(it, counts))
                                .map(TopicPartition::toString));
        return new Chosen(chosen, missing.collect(toSet()));
    }

    private static Set<String> topicsOf(Set<TopicPartition> partitions) {
        return partitions.stream().map(TopicPartition::topic).collect(toSet());
    }

    private static boolean exists(TopicPartition partition, Map<String, Integer> counts) {
        return partition.partition() >= 0
                && partition.partition() < counts.getOrDefault(partition.topic(), 0);
    }

    private static Set<TopicPartition> all(String topic, Map<String, Integer> counts) {
        return IntStream.range(0, counts.getOrDefault(topic, 0))
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .collect(toSet());
    }
}
