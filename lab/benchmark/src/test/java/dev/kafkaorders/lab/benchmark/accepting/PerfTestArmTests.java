package dev.kafkaorders.lab.benchmark.accepting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.kafkaorders.lab.benchmark.frame.Measured;
import dev.kafkaorders.lab.benchmark.frame.Metric;
import org.junit.jupiter.api.Test;

class PerfTestArmTests {
    private static final String OUTPUT =
            """
            150021 records sent, 30004.2 records/sec (7.15 MB/sec), 20.1 ms avg latency, 400.0 ms max latency.
            200000 records sent, 32123.4 records/sec (7.66 MB/sec), 19.85 ms avg latency, 401.00 ms max latency, 15 ms 50th, 40 ms 95th, 80 ms 99th, 390 ms 99.9th.
            """;

    @Test
    void takesTheSummaryAndTwoRecordsForAnOrder() {
        assertThat(PerfTestArm.measured(OUTPUT, 200_000))
                .isEqualTo(Measured.of(Metric.RATE, 16061.7));
    }

    @Test
    void failsWhenItEndedBeforeItWasDone() {
        assertThatIllegalStateException()
                .isThrownBy(() -> PerfTestArm.measured(OUTPUT, 400_000))
                .withMessageContaining("without a summary");
    }
}
