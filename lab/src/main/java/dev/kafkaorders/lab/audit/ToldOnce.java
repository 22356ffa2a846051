package dev.kafkaorders.lab.audit;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.kafkaorders.events.EventType;
import dev.kafkaorders.events.Topics;

/// For a read_committed reader of `payments`: an order is captured or declined, once, and refunded
/// once at most.
final class ToldOnce implements Auditor {

    @Override
    public String promise() {
        return "Each outcome is told once";
    }

    @Override
    public Verdict audit(History history) {
        var findings = new Findings();
        history.outcomes()
                .forEach((order, told) -> {
                    var times =
                            told.stream().collect(groupingBy(o -> o.event().type(), counting()));
                    times.forEach((type, count) ->
                            findings.unless(
                                    count == 1, "%s was told %d times for %s", type, count, order));
                    findings.unless(
                            !times.containsKey(EventType.PAYMENT_CAPTURED)
                                    || !times.containsKey(EventType.PAYMENT_DECLINED),
                            "%s was told to be captured and to be declined",
                            order);
                });
        return findings.verdict("%d outcomes", history.on(Topics.PAYMENTS).count());
    }
}
