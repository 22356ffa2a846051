package dev.kafkaorders.replayer.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kafkaorders.replayer.deadletter.DeadLetterFilter;
import dev.kafkaorders.replayer.deadletter.DeadLetterTopic.Range;
import dev.kafkaorders.replayer.ledger.DeadLetterId;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ReplayTests {

    private static final Selection ALL = new Selection(null, null, true);
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void isDoneWhenEveryPartitionIs() {
        var replay = planned(new Range(Map.of(0, 5L, 1, 0L), Map.of(0, 10L, 1, 3L)));
        assertThat(replay.remaining()).isEqualTo(8);
        var half = replay.advanced(Map.of(0, 10L), Counts.NONE, NOW);
        assertThat(half.state()).isEqualTo(ReplayState.RUNNING);
        assertThat(half.remaining()).isEqualTo(3);
        var all = half.advanced(Map.of(1, 3L), Counts.NONE, NOW);
        assertThat(all.state()).isEqualTo(ReplayState.DONE);
        assertThat(all.endedAt()).isEqualTo(NOW);
    }

    @Test
    void isDoneAtOnceWhenThereIsNothingToDo() {
        assertThat(planned(new Range(Map.of(0, 5L), Map.of(0, 5L))).state())
                .isEqualTo(ReplayState.DONE);
    }

    @Test
    void isReadAsItWasWritten() {
        var filter = new DeadLetterFilter("orders", null, null, null, null, 3, NOW, null, null);
        var selection = new Selection(null, filter, null);
        var range = new Range(Map.of(0, 5L), Map.of(0, 10L));
        var replay =
                Replay.planned(
                                UUID.randomUUID(),
                                new ReplayRequest(selection, null, 9, true),
                                range,
                                "me",
                                NOW)
                        .advanced(
                                Map.of(0, 7L),
                                new Counts(1, 2, Map.of(SkipReason.DISCARDED, 3L)),
                                NOW);
        var json = JsonMapper.shared();
        assertThat(json.readValue(json.writeValueAsBytes(replay), Replay.class)).isEqualTo(replay);
    }

    @Test
    void goesThroughNoMoreThanTheSelectionNeeds() {
        var ids = Set.of(new DeadLetterId(0, 7), new DeadLetterId(0, 9), new DeadLetterId(2, 99));
        var range = new Range(Map.of(0, 0L, 1, 0L, 2, 0L), Map.of(0, 50L, 1, 50L, 2, 50L));
        assertThat(new Selection(ids, null, null).within(range))
                .isEqualTo(new Range(Map.of(0, 7L), Map.of(0, 10L)));
    }

    @Test
    void aSelectionSaysOneThing() {
        var filter = new DeadLetterFilter("orders", null, null, null, null, null, null, null, null);
        assertThatIllegalArgumentException().isThrownBy(() -> new Selection(null, null, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Selection(null, null, false));
        assertThatIllegalArgumentException().isThrownBy(() -> new Selection(null, filter, true));
        assertThatIllegalArgumentException().isThrownBy(() -> new Selection(Set.of(), null, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Selection(null, DeadLetterFilter.ALL, null));
    }

    private static Replay planned(Range range) {
        return Replay.planned(
                UUID.randomUUID(), new ReplayRequest(ALL, null, null, false), range, "me", NOW);
    }
}
