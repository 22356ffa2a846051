package dev.kafkaorders.replayer.offsets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkaorders.replayer.offsets.Reset.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AftermathTests {

    private static final TopicPartition ONE = new TopicPartition("orders", 0);
    private static final TopicPartition TWO = new TopicPartition("orders", 1);
    private static final Map<TopicPartition, Long> BEFORE = Map.of(ONE, 10L, TWO, 20L);
    private static final Map<TopicPartition, Long> AFTER = Map.of(ONE, 1L, TWO, 2L);
    private static final Map<TopicPartition, Long> HALF = Map.of(ONE, 1L, TWO, 20L);
    private static final Instant BEGAN = Instant.EPOCH;
    private static final Duration DEADLINE = Duration.ofMinutes(1);
    private static final Instant SOON = BEGAN.plusSeconds(59);
    private static final Instant LATE = BEGAN.plusSeconds(61);

    @Test
    void nothingIsSaidWhileSomebodyMayBeAtWork() {
        assertThat(Aftermath.of(reset(State.STOPPING), BEFORE, SOON, DEADLINE)).isEmpty();
        assertThat(Aftermath.of(reset(State.EXECUTING), BEFORE, SOON, DEADLINE)).isEmpty();
        assertThat(Aftermath.of(reset(State.EXECUTING), HALF, SOON, DEADLINE)).isEmpty();
    }

    @Test
    void whatIsDoneIsDoneAtOnce() {
        assertThat(Aftermath.of(reset(State.EXECUTING), AFTER, SOON, DEADLINE))
                .hasValueSatisfying(it -> assertThat(it.state()).isEqualTo(State.EXECUTED));
    }

    @Test
    void nothingWasAlteredBeforeTheGroupHadStopped() {
        assertState(State.STOPPING, HALF, State.FAILED);
    }

    @Test
    void theOffsetsTellWhetherTheyWereAltered() {
        assertState(State.EXECUTING, BEFORE, State.FAILED);
        assertState(State.EXECUTING, AFTER, State.EXECUTED);
        assertState(State.EXECUTING, HALF, State.INTERRUPTED);
        assertState(State.EXECUTING, Map.of(), State.INTERRUPTED);
    }

    @ParameterizedTest
    @EnumSource(
            value = State.class,
            names = {"STOPPING", "EXECUTING"},
            mode = EnumSource.Mode.EXCLUDE)
    void whatIsNotUnderWayStaysWhatItIs(State state) {
        assertThat(Aftermath.of(reset(state), AFTER, LATE, DEADLINE)).isEmpty();
    }

    private static void assertState(
            State interrupted, Map<TopicPartition, Long> committed, State expected) {
        assertThat(Aftermath.of(reset(interrupted), committed, LATE, DEADLINE))
                .hasValueSatisfying(it -> assertThat(it.state()).isEqualTo(expected));
    }

    private static Reset reset(State state) {
        return new Reset(
                new UUID(0, 1),
                "group",
                "earliest",
                true,
                state,
                List.of(Move.of(ONE, 10L, 1L, null), Move.of(TWO, 20L, 2L, null)),
                List.of(),
                "operator",
                BEGAN,
                null,
                null,
                null);
    }
}
