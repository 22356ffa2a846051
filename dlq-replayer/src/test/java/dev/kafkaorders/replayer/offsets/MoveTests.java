package dev.kafkaorders.replayer.offsets;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoveTests {

    @ParameterizedTest(name = "from {0} to {1}, found at {2}: {3}")
    @CsvSource({
        // before, after, found, still meant
        "100, 50, 100, true",
        "100, 50, 130, true",
        "100, 50, 90, false",
        "100, 200, 150, true",
        "100, 200, 201, false",
        "100, 100, 110, true",
        ", 50, , true",
        ", 50, 60, true",
        "100, , 110, false",
        "100, 50, , false"
    })
    void ofARunningGroupIsStillMeantWhereItHasOnlyGoneOn(
            Long before, Long after, Long found, boolean meant) {
        var move = Move.of(new TopicPartition("t", 0), before, after, null);
        assertThat(move.isStillMeantAt(found)).isEqualTo(meant);
    }
}
