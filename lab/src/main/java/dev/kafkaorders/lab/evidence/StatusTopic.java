package dev.kafkaorders.lab.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kafkaorders.lab.audit.Place;
import dev.kafkaorders.lab.audit.Status;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// `order-status`: of an order the latest record counts.
final class StatusTopic {
    private final JsonMapper json =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    private final Map<UUID, Status> statuses = new HashMap<>();

    void read(ConsumerRecord<byte[], byte[]> record) {
        var order = UUID.fromString(new String(record.key(), UTF_8));
        if (record.value() == null) {
            statuses.remove(order);
        } else {
            var document = json.readValue(record.value(), Document.class);
            statuses.put(order, new Status(document.state(), document.timeline()));
        }
    }

    Map<UUID, Status> statuses() {
        return Map.copyOf(statuses);
    }

    private record Document(String state, List<Place> timeline) {}
}
