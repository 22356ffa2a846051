package dev.kafkaorders.lab.audit;

import static java.util.stream.Collectors.toSet;

/// Every order event in the log was taken up, cancellations too; and one that is not settled lies
/// somewhere from where it can go on: in a retry topic, among the dead letters, in the table
/// `parked`.
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
        var retried = history.retries().map(Written::id).collect(toSet());
        var dead = history.deadLetters().map(Written::id).collect(toSet());
        for (var row : history.tables().inbox()) {
            var isHeld =
                    switch (row.state()) {
                        case SETTLED -> true;
                        case RETRYING -> retried.contains(row.event());
                        case DEAD -> dead.contains(row.event());
                        case PARKED -> history.tables().parked().contains(row.event());
                    };
            findings.unless(
                    isHeld,
                    "event %s of %s is %s, and nowhere",
                    row.event(),
                    row.order(),
                    row.state());
        }
        return findings.verdict("%d events", events.size());
    }
}
