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
            400000 records sent, 25123.4 records/sec (5.99 MB/sec), 25.85 ms avg latency, 401.00 ms max latency, 15 ms 50th, 40 ms 95th, 80 ms 99th, 390 ms 99.9th.
            200000 steady state records sent, 32123.4 records/sec (7.66 MB/sec), 19.85 ms avg latency, 101.00 ms max latency, 15 ms 50th, 40 ms 95th, 80 ms 99th, 90 ms 99.9th.
            """;

    @Test
    void takesTheSummaryOfTheWarmAndTwoRecordsForAnOrder() {
        assertThat(PerfTestArm.measured(OUTPUT)).isEqualTo(Measured.of(Metric.RATE, 16061.7));
    }

    @Test
    void failsWhenItEndedBeforeItWasDone() {
        assertThatIllegalStateException()
                .isThrownBy(() -> PerfTestArm.measured("150021 records sent, 30004.2 records/sec"))
                .withMessageContaining("0 summaries");
    }

    /// One of them would be of another round.
    @Test
    void failsWhenItFindsTwoSummaries() {
        assertThatIllegalStateException()
                .isThrownBy(() -> PerfTestArm.measured(OUTPUT + OUTPUT))
                .withMessageContaining("2 summaries");
    }
}
