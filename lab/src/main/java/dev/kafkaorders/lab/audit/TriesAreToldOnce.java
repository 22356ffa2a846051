package dev.kafkaorders.lab.audit;

import static java.util.stream.Collectors.groupingBy;

import dev.kafkaorders.events.EventId;
import java.util.List;

/// A try that fails leaves one record, in a retry topic or among the dead letters, so no event is
/// on two ways at once. Reading `orders` again from an earlier offset is a new beginning that no
/// record tells of: not for a history with offset resets.
final class TriesAreToldOnce implements Auditor {

    @Override
    public String promise() {
        return "Each failed try leaves one record";
    }

    @Override
    public Verdict audit(History history) {
        var findings = new Findings();
        var tries =
                history.failures()
                        .collect(
                                groupingBy(record ->
                                        new Try(
                                                record.id(),
                                                record.labels().replayCount(),
                                                record.labels().attempts())));
        tries.forEach((one, records) ->
                findings.unless(
                        records.size() == 1,
                        "try %d of event %s of %s is at %s",
                        one.attempt(),
                        one.event(),
                        records.getFirst().order(),
                        places(records)));
        return findings.verdict("%d failed tries", tries.size());
    }

    private static List<Place> places(List<Written> records) {
        return records.stream().map(Written::place).toList();
    }

    private record Try(EventId event, int replayCount, int attempt) {}
}
