package dev.kafkaorders.lab.run;

import dev.kafkaorders.lab.audit.Auditor;
import dev.kafkaorders.lab.audit.Verdict;
import dev.kafkaorders.lab.evidence.Evidence;
import dev.kafkaorders.lab.evidence.Inquest;
import dev.kafkaorders.lab.evidence.Sources;
import dev.kafkaorders.lab.ledger.Dealings;
import dev.kafkaorders.lab.report.Finding;
import dev.kafkaorders.lab.stack.LabStack;
import java.time.Duration;
import java.util.List;

/// Has auditors look at what a run left behind.
final class Audit {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final List<Auditor> auditors;
    private final Evidence evidence;

    Audit(LabStack stack, List<Auditor> auditors) {
        this.auditors = auditors;
        evidence =
                new Evidence(
                        new Sources(
                                stack.auditor(),
                                stack.jdbcUrl(),
                                stack.databaseUser(),
                                stack.databasePassword(),
                                stack.gateway(),
                                stack.orderProducers().getFirst()));
    }

    /// What was found; that somebody can't be asked any more is a finding, too.
    List<Finding> of(Dealings dealings) {
        try {
            return found(dealings);
        } catch (RuntimeException e) {
            return List.of(
                    new Finding(
                            "Everybody can be asked in the end",
                            "there was no audit",
                            List.of(e.toString())));
        }
    }

    private List<Finding> found(Dealings dealings) {
        var inquest = new Inquest(auditors, () -> evidence.gather(dealings));
        return inquest.conclude(PATIENCE).entrySet().stream()
                .map(verdict -> finding(verdict.getKey(), verdict.getValue()))
                .toList();
    }

    private static Finding finding(Auditor auditor, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Holds(var figure) -> new Finding(auditor.promise(), figure, List.of());
            case Verdict.Broken(var figure, _, var evidence) ->
                    new Finding(auditor.promise(), figure, evidence);
        };
    }
}
