package dev.kafkaorders.replayer.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class TallyTests {

    private static final Instant NINE = Instant.parse("2026-11-24T09:00:00Z");
    private static final Instant TEN = Instant.parse("2026-11-24T10:00:00Z");

    private final Tally tally = new Tally();

    @Test
    void anHourIsCountedAsLongAsSomethingIsLeftOfIt() {
        add(0, 5, NINE);
        add(0, 6, NINE);
        add(0, 7, TEN);
        assertThat(tally.forgetBefore(Map.of(0, 6L))).isEqualTo(Map.of(0, 5L));
        assertThat(tally.total()).isEqualTo(3);
        assertThat(tally.forgetBefore(Map.of(0, 7L))).isEqualTo(Map.of(0, 7L));
        assertThat(tally.byHour()).isEqualTo(Map.of(TEN, 1L));
    }

    @Test
    void wherePartitionsHaveNothingLeftTheyBeginWhereTheTopicDoes() {
        add(1, 5, NINE);
        assertThat(tally.forgetBefore(Map.of(0, 9L, 1, 8L))).isEqualTo(Map.of(0, 9L, 1, 8L));
        assertThat(tally.total()).isZero();
    }

    private void add(int partition, long offset, Instant at) {
        tally.add(
                new DeadLetter(
                        new ConsumerRecord<>(
                                "dlt",
                                partition,
                                offset,
                                at.toEpochMilli(),
                                TimestampType.CREATE_TIME,
                                0,
                                0,
                                null,
                                null,
                                new RecordHeaders(),
                                Optional.empty())));
    }
}
