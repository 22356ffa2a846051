package dev.kafkaorders.lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkaorders.lab.faults.Blow;
import dev.kafkaorders.lab.faults.Family;
import dev.kafkaorders.lab.faults.Fault;
import dev.kafkaorders.lab.faults.Landing;
import dev.kafkaorders.lab.faults.Schedule;
import dev.kafkaorders.lab.faults.Target;
import dev.kafkaorders.lab.report.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CircumstancesTests {
    private static final Fault FAULT =
            new Fault(
                    Duration.ofSeconds(5),
                    Blow.KILL,
                    new Target.Named("gateway", Family.GATEWAY),
                    Duration.ofSeconds(1));
    private static final Schedule ONE = new Schedule(List.of(FAULT));

    @Test
    void holdWhenAllWasAsPlanned() {
        assertThat(new Circumstances(ONE, List.of(landing(true)), List.of(), 0).findings())
                .allMatch(Finding::holds);
    }

    @Test
    void doNotHoldWhenNoFaultLanded() {
        assertBroken(new Circumstances(ONE, List.of(), List.of(FAULT), 0), 0);
        assertBroken(new Circumstances(ONE, List.of(), List.of(), 0), 0);
    }

    @Test
    void holdWithoutFaultsWhenNoneWerePlanned() {
        var nothing = new Schedule(List.of());

        assertThat(new Circumstances(nothing, List.of(), List.of(), 0).findings())
                .allMatch(Finding::holds);
    }

    @Test
    void doNotHoldWhenSomebodyStaysAway() {
        assertBroken(new Circumstances(ONE, List.of(landing(false)), List.of(), 0), 1);
    }

    @Test
    void doNotHoldWhenRecordsWait() {
        assertBroken(new Circumstances(ONE, List.of(landing(true)), List.of(), 3), 2);
    }

    private static void assertBroken(Circumstances circumstances, int finding) {
        assertThat(circumstances.findings().get(finding).holds()).isFalse();
    }

    private static Landing landing(boolean recovered) {
        return new Landing(
                FAULT,
                "gateway",
                Instant.EPOCH,
                "process 4711 is gone",
                Instant.EPOCH,
                Instant.EPOCH,
                recovered);
    }
}
