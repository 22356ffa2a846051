package dev.kafkaorders.replayer.offsets;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.kafkaorders.replayer.cluster.Answers;
import dev.kafkaorders.replayer.cluster.KafkaUnavailableException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownMemberIdException;
import org.springframework.stereotype.Component;

/// Alters the offsets of an empty group. Of one that is not, the coordinator alters none: so a
/// consumer that comes back too early makes a reset fail, and is not overrun by it.
@Component
class OffsetWriter {

    private final Admin admin;

    OffsetWriter(Admin admin) {
        this.admin = admin;
    }

    /// @return whether it is done; if not, the group has members and nothing was altered
    /// @throws KafkaUnavailableException when Kafka doesn't answer, or refuses: it may be done, or
    ///   half of it
    boolean write(String group, List<Move> moves) {
        var offsets =
                moves.stream()
                        .filter(move -> move.after() != null)
                        .collect(
                                toMap(
                                        Move::topicPartition,
                                        move ->
                                                new OffsetAndMetadata(
                                                        Objects.requireNonNull(move.after()))));
        if (!offsets.isEmpty() && !alter(group, offsets)) {
            return false;
        }
        var none =
                moves.stream()
                        .filter(move -> move.after() == null)
                        .map(Move::topicPartition)
                        .collect(toSet());
        if (!none.isEmpty()) {
            Answers.of(admin.deleteConsumerGroupOffsets(group, none).all(), "delete the offsets");
        }
        return true;
    }

    /// Members make the coordinator refuse all of it. A deletion it may refuse in part.
    private boolean alter(String group, Map<TopicPartition, OffsetAndMetadata> offsets) {
        try {
            Answers.of(admin.alterConsumerGroupOffsets(group, offsets).all(), "alter the offsets");
            return true;
        } catch (KafkaUnavailableException e) {
            if (e.getCause() instanceof UnknownMemberIdException) {
                return false;
            }
            throw e;
        }
    }
}
