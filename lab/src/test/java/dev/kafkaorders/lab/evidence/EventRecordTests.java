package dev.kafkaorders.lab.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkaorders.events.Event;
import dev.kafkaorders.events.EventId;
import dev.kafkaorders.events.EventSerializer;
import dev.kafkaorders.events.OrderCancelled;
import dev.kafkaorders.lab.audit.Labels;
import dev.kafkaorders.lab.audit.Place;
import dev.kafkaorders.lab.audit.Written;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class EventRecordTests {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Event<?> EVENT =
            Event.of("/tests", NOON, new OrderCancelled(new UUID(0, 1), "test"));
    private static final Place PLACE = new Place("some.topic", 2, 7);

    private final Headers headers = new RecordHeaders();

    @Test
    void readsAnEvent() {
        assertThat(read(event())).contains(new Written(PLACE, NOON, EVENT, Labels.NONE));
    }

    @Test
    void readsWhatTheHeadersSay() {
        var value = event();
        var due = NOON.plusSeconds(1);
        header("retry-attempts", "2");
        header("retry-due", due.toString());
        header("kafka_dlt-original-topic", "orders");
        headers.add("kafka_dlt-original-partition", ByteBuffer.allocate(4).putInt(3).array());
        headers.add("kafka_dlt-original-offset", ByteBuffer.allocate(8).putLong(0, 4).array());
        header("replay-id", new UUID(0, 5).toString());
        header("replay-count", "1");
        header("replay-of", new UUID(0, 6).toString());
        header("discarded", "why not");

        assertThat(read(value))
                .map(Written::labels)
                .contains(
                        new Labels(
                                2,
                                due,
                                new Place("orders", 3, 4),
                                new UUID(0, 5),
                                1,
                                new EventId(new UUID(0, 6)),
                                true));
    }

    @Test
    void leavesOutWhatIsNoEvent() {
        assertThat(read("tea".getBytes(UTF_8))).isEmpty();
    }

    private byte[] event() {
        return new EventSerializer().serialize(PLACE.topic(), headers, EVENT);
    }

    private void header(String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }

    private Optional<Written> read(byte[] value) {
        return new EventRecord()
                .read(
                        new ConsumerRecord<>(
                                PLACE.topic(),
                                PLACE.partition(),
                                PLACE.offset(),
                                NOON.toEpochMilli(),
                                TimestampType.CREATE_TIME,
                                0,
                                value.length,
                                null,
                                value,
                                headers,
                                Optional.empty()));
    }
}
