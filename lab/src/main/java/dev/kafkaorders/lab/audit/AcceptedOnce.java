package dev.kafkaorders.lab.audit;

import dev.kafkaorders.lab.ledger.Matter;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// However often a request is sent, it places its orders once; a request that was refused places
/// none.
final class AcceptedOnce implements Auditor {

    @Override
    public String promise() {
        return "An Idempotency-Key places its orders once";
    }

    @Override
    public Verdict audit(History history) {
        var customers = Customers.of(history);
        var findings = new Findings();
        var repeats = 0;
        var refused = 0;
        for (var matter : history.dealings().matters()) {
            repeats += matter.exchanges().size() - 1;
            refused += matter.isRefused() ? 1 : 0;
            sameAnswer(matter, findings);
            var wanted = matter.asked().orders().size();
            var orders = customers.ordersOf(matter);
            findings.unless(
                    orders.size() <= wanted,
                    "%s asked for %d and placed more: %s",
                    matter.key(),
                    wanted,
                    orders);
            findings.unless(
                    orders.isEmpty() || !matter.isRefused(),
                    "%s was refused, and placed %s",
                    matter.key(),
                    orders);
        }
        return findings.verdict("%d repeats, %d refused", repeats, refused);
    }

    private static void sameAnswer(Matter matter, Findings findings) {
        var answers = Set.<List<UUID>>copyOf(matter.accepted());
        findings.unless(
                answers.size() <= 1, "%s was answered differently: %s", matter.key(), answers);
    }
}
