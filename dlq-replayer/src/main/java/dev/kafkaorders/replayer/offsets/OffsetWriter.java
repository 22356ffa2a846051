package dev.kafkaorders.replayer.offsets;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.kafkaorders.replayer.cluster.Answers;
import dev.kafkaorders.replayer.cluster.KafkaUnavailableException;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.springframework.stereotype.Component;

/// Alters the offsets of an empty group. Of one that is not, the coordinator alters none: so a
/// consumer that comes back too early makes a reset fail, and is not overrun by it.
@Component
class OffsetWriter {

    private final Admin admin;

    OffsetWriter(Admin admin) {
        this.admin = admin;
    }

    /// @throws KafkaUnavailableException when Kafka doesn't answer, or refuses
    void write(String group, List<Move> moves) {
        var offsets =
                moves.stream()
                        .filter(move -> move.after() != null)
                        .collect(
                                toMap(
                                        Move::topicPartition,
                                        move ->
                                                new OffsetAndMetadata(
                                                        Objects.requireNonNull(move.after()))));
        if (!offsets.isEmpty()) {
            Answers.of(admin.alterConsumerGroupOffsets(group, offsets).all(), "alter the offsets");
        }
        var none =
                moves.stream()
                        .filter(move -> move.after() == null)
                        .map(Move::topicPartition)
                        .collect(toSet());
        if (!none.isEmpty()) {
            Answers.of(admin.deleteConsumerGroupOffsets(group, none).all(), "delete the offsets");
        }
    }
}
