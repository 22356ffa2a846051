package dev.kafkaorders.replayer.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kafkaorders.events.ReplayHeaders;
import dev.kafkaorders.replayer.deadletter.DeadLetter;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;

/// Makes of a dead letter the record that it was: key, value, headers and partition. It only gets
/// the present time: with its old one, its topic might delete it at once.
final class ReplayRecords {

    private static final Set<String> REPLACED =
            Set.of(ReplayHeaders.REPLAY_ID, ReplayHeaders.REPLAY_COUNT);

    private ReplayRecords() {}

    static ProducerRecord<byte[], byte[]> record(
            DeadLetter letter, UUID replay, Verdict.Replay verdict) {
        var headers = new RecordHeaders();
        for (var header : letter.ownHeaders()) {
            if (!REPLACED.contains(header.key())) {
                headers.add(header);
            }
        }
        headers.add(ReplayHeaders.REPLAY_ID, replay.toString().getBytes(UTF_8));
        headers.add(ReplayHeaders.REPLAY_COUNT, Integer.toString(verdict.count()).getBytes(UTF_8));
        return new ProducerRecord<>(
                verdict.topic(),
                letter.originPartition(),
                letter.keyBytes(),
                letter.value(),
                headers);
    }
}
