package dev.kafkaorders.replayer.group;

import java.util.List;
import org.apache.kafka.clients.admin.MemberDescription;

/// A consumer of a group.
///
/// @param assignment the partitions that it reads, as `topic-partition`
public record Member(String id, String clientId, String host, List<String> assignment) {

    static Member of(MemberDescription member) {
        var assignment =
                member.assignment().topicPartitions().stream()
                        .map(Object::toString)
                        .sorted()
                        .toList();
        return new Member(member.consumerId(), member.clientId(), member.host(), assignment);
    }
}
