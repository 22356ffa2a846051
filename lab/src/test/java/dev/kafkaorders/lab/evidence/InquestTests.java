package dev.kafkaorders.lab.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkaorders.lab.audit.Auditor;
import dev.kafkaorders.lab.audit.GroupOffsets;
import dev.kafkaorders.lab.audit.History;
import dev.kafkaorders.lab.audit.Statuses;
import dev.kafkaorders.lab.audit.Tables;
import dev.kafkaorders.lab.audit.Verdict;
import dev.kafkaorders.lab.ledger.Dealings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class InquestTests {

    private static final Verdict BROKEN = new Verdict.Broken("0", 1, List.of("lost"));
    private static final Verdict HOLDS = new Verdict.Holds("1");

    private final AtomicInteger gathered = new AtomicInteger();

    @Test
    void waitsForWhatIsOnItsWay() {
        var auditor = auditor(() -> gathered.get() < 3 ? BROKEN : HOLDS);

        assertThat(conclude(auditor, Duration.ofMinutes(1))).containsEntry(auditor, HOLDS);
    }

    @Test
    void callsBrokenWhatStaysBroken() {
        var auditor = auditor(() -> BROKEN);

        assertThat(conclude(auditor, Duration.ofMillis(1))).containsEntry(auditor, BROKEN);
    }

    private Map<Auditor, Verdict> conclude(Auditor auditor, Duration patience) {
        return new Inquest(
                        List.of(auditor),
                        () -> {
                            gathered.incrementAndGet();
                            return nothing();
                        })
                .conclude(patience);
    }

    private static Auditor auditor(Supplier<Verdict> verdict) {
        return new Auditor() {
            @Override
            public String promise() {
                return "a promise";
            }

            @Override
            public Verdict audit(History history) {
                return verdict.get();
            }
        };
    }

    private static History nothing() {
        return new History(
                new Dealings(List.of()),
                List.of(),
                List.of(),
                new GroupOffsets(List.of()),
                new Tables(List.of(), List.of(), Set.of()),
                List.of(),
                List.of(),
                new Statuses(Map.of(), Map.of()));
    }
}
