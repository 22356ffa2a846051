package dev.kafkaorders.replayer.writing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kafkaorders.events.Topics;
import java.time.Instant;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// An instance says that it writes from now on. All announcements have the same key, so that the
/// last one in the log counts.
///
/// Kafka fences the writer before, but tells it only when that one writes again.
record Announcement(String instance, Instant at) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final byte[] KEY = "writer".getBytes(UTF_8);

    ProducerRecord<byte[], byte[]> toRecord() {
        return new ProducerRecord<>(Topics.REPLAYS, KEY, JSON.writeValueAsBytes(this));
    }

    static boolean isIn(ConsumerRecord<byte[], byte[]> record) {
        return record.topic().equals(Topics.REPLAYS) && Arrays.equals(record.key(), KEY);
    }

    static @Nullable Announcement of(ConsumerRecord<byte[], byte[]> record) {
        return record.value() == null ? null : JSON.readValue(record.value(), Announcement.class);
    }
}
