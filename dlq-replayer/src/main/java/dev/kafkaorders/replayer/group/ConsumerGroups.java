package dev.kafkaorders.replayer.group;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;

import dev.kafkaorders.replayer.cluster.Answers;
import dev.kafkaorders.replayer.cluster.KafkaUnavailableException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.springframework.stereotype.Component;

/// The consumer groups of the cluster. Asks the brokers, so a group's lag is known when its
/// consumers are dead.
@Component
public class ConsumerGroups {

    private final Admin admin;
    private final LogEnds ends;

    ConsumerGroups(Admin admin, LogEnds ends) {
        this.admin = admin;
        this.ends = ends;
    }

    /// All of them by name: those of both protocols, and those whose consumers assign themselves.
    ///
    /// @throws KafkaUnavailableException when Kafka doesn't answer
    public List<ConsumerGroup> all() {
        var listed =
                Answers.of(
                        admin.listGroups(ListGroupsOptions.forConsumerGroups()).all(),
                        "list groups");
        return describe(listed.stream().map(GroupListing::groupId).toList());
    }

    /// The group of that name, if there is one.
    ///
    /// @throws KafkaUnavailableException when Kafka doesn't answer
    public Optional<ConsumerGroup> named(String group) {
        return describe(List.of(group)).stream().findFirst();
    }

    /// What a group has committed.
    ///
    /// @throws KafkaUnavailableException when Kafka doesn't answer
    public Map<TopicPartition, Long> committed(String group) {
        return committed(List.of(group)).getOrDefault(group, Map.of());
    }

    private List<ConsumerGroup> describe(Collection<String> names) {
        if (names.isEmpty()) {
            return List.of();
        }
        var described = new HashMap<String, ConsumerGroupDescription>();
        admin.describeConsumerGroups(names)
                .describedGroups()
                .forEach((name, answer) -> {
                    try {
                        described.put(name, Answers.of(answer, "describe group"));
                    } catch (KafkaUnavailableException e) {
                        if (!(e.getCause() instanceof GroupIdNotFoundException)) {
                            throw e;
                        }
                    }
                });
        var committed = committed(described.keySet());
        var partitions = new HashSet<TopicPartition>();
        described.forEach((name, group) ->
                partitions.addAll(partitionsOf(group, committed.getOrDefault(name, Map.of()))));
        var limits = ends.of(partitions);
        return described.values().stream()
                .map(group ->
                        group(group, committed.getOrDefault(group.groupId(), Map.of()), limits))
                .sorted(comparing(ConsumerGroup::group))
                .toList();
    }

    private Map<String, Map<TopicPartition, Long>> committed(Collection<String> groups) {
        if (groups.isEmpty()) {
            return Map.of();
        }
        var everything =
                groups.stream().collect(toMap(it -> it, _ -> new ListConsumerGroupOffsetsSpec()));
        var answers = Answers.of(admin.listConsumerGroupOffsets(everything).all(), "list offsets");
        return answers.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, answer -> offsets(answer.getValue())));
    }

    @SuppressWarnings("NullAway") // A partition without a commit may be mapped to null.
    private static Map<TopicPartition, Long> offsets(Map<TopicPartition, OffsetAndMetadata> all) {
        return all.entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .collect(toMap(Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    private static Set<TopicPartition> partitionsOf(
            ConsumerGroupDescription group, Map<TopicPartition, Long> committed) {
        var partitions = new HashSet<>(committed.keySet());
        group.members().forEach(it -> partitions.addAll(it.assignment().topicPartitions()));
        return partitions;
    }

    private static ConsumerGroup group(
            ConsumerGroupDescription group,
            Map<TopicPartition, Long> committed,
            Map<TopicPartition, LogEnds.Ends> limits) {
        var progress =
                partitionsOf(group, committed).stream()
                        .flatMap(partition -> progress(partition, committed, limits))
                        .sorted(comparing(Progress::topic).thenComparingInt(Progress::partition))
                        .toList();
        return new ConsumerGroup(
                group.groupId(),
                group.type().toString(),
                group.groupState().toString(),
                group.members().stream().map(Member::of).sorted(comparing(Member::id)).toList(),
                progress.stream().mapToLong(it -> it.lag() == null ? 0 : it.lag()).sum(),
                progress);
    }

    private static Stream<Progress> progress(
            TopicPartition partition,
            Map<TopicPartition, Long> committed,
            Map<TopicPartition, LogEnds.Ends> limits) {
        var ends = limits.get(partition);
        if (ends == null) {
            return Stream.empty();
        }
        return Stream.of(
                Progress.of(
                        partition.topic(),
                        partition.partition(),
                        committed.get(partition),
                        ends.logEnd(),
                        ends.lastStableOffset()));
    }
}
