package dev.kafkaorders.lab.audit;

/// Every order event in the log was taken up, cancellations too; and one that is not settled lies
/// somewhere from where it can go on.
final class EveryEventIsHeld implements Auditor {

    @Override
    public String promise() {
        return "Every event in the log was handled, or is held for later";
    }

    @Override
    public Verdict audit(History history) {
        var findings = new Findings();
        var inbox = history.tables().events();
        var events = history.orderEvents();
        for (var record : events) {
            findings.unless(
                    inbox.containsKey(record.id()),
                    "%s of %s at %s was never taken up",
                    record.event().type(),
                    record.order(),
                    record.place());
        }
        var holdings = new Holdings(history);
        for (var row : history.tables().inbox()) {
            findings.unless(
                    holdings.hold(row),
                    "event %s of %s is %s, and nowhere",
                    row.event(),
                    row.order(),
                    row.state());
        }
        return findings.verdict("%d events", events.size());
    }
}
