package dev.kafkaorders.localstack.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTests {
    private final List<String> lines = new ArrayList<>();
    private final Timeline timeline = new Timeline(lines::add);

    @Test
    void tellsEachStopWithTheTimeSinceTheOrderWasPlaced() {
        timeline.tell(List.of(Entries.placed(0)));
        timeline.tell(List.of(Entries.retry(1, 31, 20, 1020)));
        timeline.tell(List.of(Entries.retry(2, 1050, 20, 11_040), Entries.captured(11_063)));

        assertThat(lines)
                .containsExactly(
                        "    0 ms  placed",
                        "   20 ms  try 1 failed: no answer",
                        "   31 ms  waits in payment-consumer.retry.1s, due at 1020 ms",
                        " 1050 ms  try 2 failed too, 30 ms after it was due",
                        " 1050 ms  waits in payment-consumer.retry.10s, due at 11040 ms",
                        "11063 ms  CAPTURED, 23 ms after it was due");
    }

    @Test
    void tellsAFailureWhenItHappenedThoughItsRecordIsLater() {
        timeline.tell(
                List.of(Entries.placed(0), Entries.cancelled(25), Entries.retry(1, 31, 20, 1020)));

        assertThat(lines)
                .containsExactly(
                        "    0 ms  placed",
                        "   20 ms  try 1 failed: no answer",
                        "   25 ms  cancelled",
                        "   31 ms  waits in payment-consumer.retry.1s, due at 1020 ms");
    }

    @Test
    void speaksOfNoRetryWhereThereWasNone() {
        timeline.tell(List.of(Entries.placed(5), Entries.captured(25)));

        assertThat(lines).containsExactly("    0 ms  placed", "   20 ms  CAPTURED");
    }

    @Test
    void findsARetryThatCameEarly() {
        var early = List.of(Entries.retry(1, 31, 20, 1020), Entries.captured(1019));

        assertThatThrownBy(() -> timeline.tell(early))
                .isInstanceOf(BrokenPromise.class)
                .hasMessage("tried 1 ms early");
    }
}
