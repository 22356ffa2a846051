package dev.kafkaorders.lab.audit;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import dev.kafkaorders.events.OrderPlaced;
import dev.kafkaorders.lab.ledger.Matter;
import java.util.List;
import java.util.Map;
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
        var byCustomer = ordersByCustomer(history);
        var findings = new Findings();
        var repeats = 0;
        var refused = 0;
        for (var matter : history.dealings().matters()) {
            repeats += matter.exchanges().size() - 1;
            refused += matter.isRefused() ? 1 : 0;
            sameAnswer(matter, findings);
            for (var wish : matter.asked().orders()) {
                var orders = byCustomer.getOrDefault(wish.customer(), Set.of());
                findings.unless(
                        orders.size() <= 1, "%s placed more than one: %s", matter.key(), orders);
                findings.unless(
                        orders.isEmpty() || !matter.isRefused(),
                        "%s was refused, and placed %s",
                        matter.key(),
                        orders);
            }
        }
        return findings.verdict("%d repeats, %d refused", repeats, refused);
    }

    private static void sameAnswer(Matter matter, Findings findings) {
        var answers = Set.<List<UUID>>copyOf(matter.accepted());
        findings.unless(
                answers.size() <= 1, "%s was answered differently: %s", matter.key(), answers);
    }

    private static Map<String, Set<UUID>> ordersByCustomer(History history) {
        return history.placed().values().stream()
                .map(Written::data)
                .filter(OrderPlaced.class::isInstance)
                .map(OrderPlaced.class::cast)
                .collect(
                        groupingBy(
                                OrderPlaced::customerId, mapping(OrderPlaced::orderId, toSet())));
    }
}
