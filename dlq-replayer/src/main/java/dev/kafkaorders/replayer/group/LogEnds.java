package dev.kafkaorders.replayer.group;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.kafkaorders.replayer.cluster.Answers;
import dev.kafkaorders.replayer.cluster.KafkaUnavailableException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.springframework.stereotype.Component;

/// Where partitions end.
@Component
public class LogEnds {

    private final Admin admin;

    LogEnds(Admin admin) {
        this.admin = admin;
    }

    /// @param logEnd the next offset to be written
    /// @param lastStableOffset the first offset that an open transaction may still change; the log
    ///   end if there is none
    record Ends(long logEnd, long lastStableOffset) {}

    /// Of those partitions that exist: a group may have committed offsets of a topic that was
    /// deleted.
    Map<TopicPartition, Ends> of(Collection<TopicPartition> partitions) {
        var existing = existing(partitions);
        var ends = offsets(existing, OffsetSpec.latest(), IsolationLevel.READ_UNCOMMITTED);
        var stable = offsets(existing, OffsetSpec.latest(), IsolationLevel.READ_COMMITTED);
        return existing.stream()
                .collect(
                        toMap(
                                it -> it,
                                it ->
                                        new Ends(
                                                ends.getOrDefault(it, 0L),
                                                stable.getOrDefault(it, 0L))));
    }

    /// What answers to a question about offsets; -1 where nothing fits.
    ///
    /// @throws KafkaUnavailableException when Kafka doesn't answer
    public Map<TopicPartition, Long> offsets(
            Collection<TopicPartition> partitions, OffsetSpec spec, IsolationLevel isolation) {
        if (partitions.isEmpty()) {
            return Map.of();
        }
        var question = partitions.stream().collect(toMap(it -> it, _ -> spec));
        var answer = admin.listOffsets(question, new ListOffsetsOptions(isolation)).all();
        return Answers.of(answer, "list offsets of partitions").entrySet().stream()
                .collect(toMap(Map.Entry::getKey, it -> it.getValue().offset()));
    }

    /// Asked for first, because the client would wait for partitions that are not there.
    Collection<TopicPartition> existing(Collection<TopicPartition> partitions) {
        var counts =
                partitionCounts(partitions.stream().map(TopicPartition::topic).collect(toSet()));
        return partitions.stream()
                .filter(it -> it.partition() < counts.getOrDefault(it.topic(), 0))
                .collect(toSet());
    }

    /// How many partitions topics have; those that don't exist are missing.
    ///
    /// @throws KafkaUnavailableException when Kafka doesn't answer
    public Map<String, Integer> partitionCounts(Collection<String> topics) {
        var counts = new HashMap<String, Integer>();
        admin.describeTopics(topics)
                .topicNameValues()
                .forEach((topic, answer) -> {
                    try {
                        var description = Answers.of(answer, "describe topic");
                        counts.put(topic, description.partitions().size());
                    } catch (KafkaUnavailableException e) {
                        if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                            throw e;
                        }
                    }
                });
        return counts;
    }
}
