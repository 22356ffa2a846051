package dev.kafkaorders.lab.audit;

import static java.util.stream.Collectors.groupingBy;

import dev.kafkaorders.events.EventId;
import dev.kafkaorders.events.EventType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What waits in a retry topic is not tried before it is due. Of a try nobody sees but what comes
/// of it: the record of the next failure, the outcome, the decision in the database. None of these
/// may be older than the time at which the try was due.
///
/// The gateway's books are no witness: a call that was under way when its process was suspended may
/// arrive while the event waits, and is no retry.
final class RetriesAreOnTime implements Auditor {

    @Override
    public String promise() {
        return "Retries are never early";
    }

    @Override
    public Verdict audit(History history) {
        var findings = new Findings();
        var failures = history.failures().collect(groupingBy(Written::id));
        var outcomes = history.outcomes();
        var inbox = history.tables().events();
        var retries = history.retries().toList();
        for (var retry : retries) {
            var due = retry.labels().due();
            if (due == null) {
                findings.add("%s doesn't say when it is due", retry.place());
                continue;
            }
            nextTry(retry, failures)
                    .ifPresent(next -> compare(retry, next.place(), next.time(), due, findings));
            for (var outcome : outcomes.getOrDefault(retry.order(), List.of())) {
                if (isOutcomeOf(outcome, retry)) {
                    compare(retry, outcome.place(), outcome.time(), due, findings);
                }
            }
            decision(retry, inbox.get(retry.id()))
                    .ifPresent(at -> compare(retry, "the database", at, due, findings));
        }
        return findings.verdict("%d retries", retries.size());
    }

    private static Optional<Written> nextTry(Written retry, Map<EventId, List<Written>> failures) {
        return failures.getOrDefault(retry.id(), List.of()).stream()
                .filter(other -> other.labels().replayCount() == retry.labels().replayCount())
                .filter(other -> other.labels().attempts() == retry.labels().attempts() + 1)
                .findFirst();
    }

    private static boolean isOutcomeOf(Written outcome, Written retry) {
        var isRefund = outcome.event().type() == EventType.PAYMENT_REFUNDED;
        var isRefundTried = retry.event().type() == EventType.ORDER_CANCELLED;
        return isRefund == isRefundTried;
    }

    /// When the database learned what came of a later try; its decision replaces the one before.
    private static Optional<Instant> decision(Written retry, @Nullable InboxRow row) {
        return Optional.ofNullable(row)
                .filter(r -> r.isSettled() || r.attempts() > retry.labels().attempts())
                .map(InboxRow::processed);
    }

    /// Records have their times in whole milliseconds.
    private static void compare(
            Written retry, Object witness, Instant tried, Instant due, Findings findings) {
        var early = ChronoUnit.MILLIS.between(tried, due.truncatedTo(ChronoUnit.MILLIS));
        findings.unless(
                early <= 0,
                "%s of %s at %s was tried %d ms early, says %s",
                retry.event().type(),
                retry.order(),
                retry.place(),
                early,
                witness);
    }
}
