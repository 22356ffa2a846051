package dev.kafkaorders.lab.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkaorders.lab.audit.Auditor;
import dev.kafkaorders.lab.audit.Auditors;
import dev.kafkaorders.lab.audit.Verdict;
import dev.kafkaorders.lab.sabotage.Sabotage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GuardsTests {
    @ParameterizedTest
    @EnumSource
    void thereIsAnAuditorForEachSabotage(Sabotage sabotage) {
        assertThat(Auditors.inPeace()).extracting(Auditor::name).contains(sabotage.guard());
    }

    @Test
    void itIsNotCaughtByWhoeverHappensToNoticeSomething() {
        assertThat(noticedBy("StatusIsTrue").isCaught()).isFalse();
        assertThat(noticedBy("OrderIsKept").isCaught()).isTrue();
    }

    private static Trial noticedBy(String name) {
        var auditor = Auditors.all().stream().filter(one -> one.name().equals(name)).findFirst();
        return new Trial(
                Sabotage.PARKING_IGNORED,
                Map.of(auditor.orElseThrow(), new Verdict.Broken("what", 1, List.of())));
    }
}
