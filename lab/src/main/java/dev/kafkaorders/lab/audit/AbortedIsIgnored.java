package dev.kafkaorders.lab.audit;

import static java.util.stream.Collectors.toSet;

import dev.kafkaorders.events.EventId;
import java.util.Set;

/// No consumer acted on a record of a transaction that was aborted: nothing was decided by it, no
/// retry or dead letter came of it, no status follows from it.
final class AbortedIsIgnored implements Auditor {

    @Override
    public String promise() {
        return "Aborted records are never acted on";
    }

    @Override
    public Verdict audit(History history) {
        var findings = new Findings();
        var aborted = history.aborted().stream().map(Written::place).collect(toSet());
        var events = history.orderEvents().stream().map(Written::id).collect(toSet());
        inbox(history, aborted, events, findings);
        history.failures()
                .filter(record ->
                        record.labels().origin() != null
                                && aborted.contains(record.labels().origin()))
                .forEach(record ->
                        findings.add(
                                "%s came of %s, which was aborted",
                                record.place(), record.labels().origin()));
        history.statuses()
                .topic()
                .forEach((order, status) ->
                        status.facts().stream()
                                .filter(aborted::contains)
                                .forEach(fact ->
                                        findings.add(
                                                "the status of %s follows from %s, which was"
                                                        + " aborted",
                                                order, fact)));
        return findings.verdict("%d aborted records", aborted.size());
    }

    private static void inbox(
            History history, Set<Place> aborted, Set<EventId> events, Findings findings) {
        for (var row : history.tables().inbox()) {
            findings.unless(
                    !aborted.contains(row.decidedBy()),
                    "event %s was decided by %s, which was aborted",
                    row.event(),
                    row.decidedBy());
            findings.unless(
                    events.contains(row.event()),
                    "event %s of %s was taken in, and was never committed",
                    row.event(),
                    row.order());
        }
    }
}
