package dev.kafkaorders.lab.evidence;

import dev.kafkaorders.lab.audit.Auditor;
import dev.kafkaorders.lab.audit.History;
import dev.kafkaorders.lab.audit.Verdict;
import dev.kafkaorders.localstack.process.Await;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Audits a run that is over. What was accepted last may still be on its way, and says nothing
/// against anybody: so evidence is gathered anew until it holds or patience is at its end. A
/// promise that is broken for good stays broken.
public final class Inquest {
    private final List<Auditor> auditors;
    private final Supplier<History> evidence;

    public Inquest(List<Auditor> auditors, Supplier<History> evidence) {
        this.auditors = auditors;
        this.evidence = evidence;
    }

    /// What each auditor says in the end, in their order.
    public Map<Auditor, Verdict> conclude(Duration patience) {
        return Await.present(patience, () -> Optional.of(verdicts()).filter(Inquest::allHold))
                .orElseGet(this::verdicts);
    }

    private Map<Auditor, Verdict> verdicts() {
        var history = evidence.get();
        var verdicts = new LinkedHashMap<Auditor, Verdict>();
        auditors.forEach(auditor -> verdicts.put(auditor, auditor.audit(history)));
        return verdicts;
    }

    private static boolean allHold(Map<Auditor, Verdict> verdicts) {
        return verdicts.values().stream().allMatch(Verdict.Holds.class::isInstance);
    }
}
