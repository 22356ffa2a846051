package dev.kafkaorders.lab.audit;

/// Where nobody kills anything, no transaction is aborted: nobody fences a producer that lives. For
/// runs without faults only.
final class NothingIsAborted implements Auditor {

    @Override
    public String promise() {
        return "Without a fault no transaction is aborted";
    }

    @Override
    public Verdict audit(History history) {
        var findings = new Findings();
        history.aborted()
                .forEach(record ->
                        findings.add(
                                "%s of %s at %s was aborted",
                                record.event().type(), record.order(), record.place()));
        return findings.verdict("%d aborted records", history.aborted().size());
    }
}
