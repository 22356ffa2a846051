package dev.kafkaorders.replayer.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OffsetRunsTests {

    @Test
    void shortensWhatFollowsUponAnother() {
        assertThat(OffsetRuns.text(List.of(0L, 1L, 2L, 7L, 9L, 10L))).isEqualTo("0-2,7,9-10");
    }

    @Test
    void readsWhatItWrote() {
        var offsets = List.of(5L, 1_000_000_000_000L, 1_000_000_000_001L, 7L);
        assertThat(OffsetRuns.offsets(OffsetRuns.text(offsets)).boxed()).isEqualTo(offsets);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1,", "1-", "-1", "3-2", "1-2-3", "0-999999999999999"})
    void refusesWhatItDidNotWrite(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> OffsetRuns.offsets(text).count());
    }
}
