package dev.kafkaorders.lab.audit;

import dev.kafkaorders.events.OrderPlaced;
import dev.kafkaorders.lab.ledger.Asked;
import dev.kafkaorders.lab.ledger.Matter;
import dev.kafkaorders.lab.ledger.Wish;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What a client was told is done is in the log, as it was asked for.
final class AcknowledgedIsKept implements Auditor {

    @Override
    public String promise() {
        return "No acknowledged order or cancellation is lost";
    }

    @Override
    public Verdict audit(History history) {
        var placed = history.placed();
        var cancelled = history.cancelled();
        var findings = new Findings();
        var orders = new HashSet<UUID>();
        var cancellations = new HashSet<UUID>();
        for (var matter : history.dealings().matters()) {
            for (var accepted : matter.accepted()) {
                if (matter.asked() instanceof Asked.Cancellation(var order)) {
                    cancellations.add(order);
                    findings.unless(
                            cancelled.containsKey(order),
                            "the cancellation of %s was acknowledged and is not in the log",
                            order);
                } else {
                    orders.addAll(accepted);
                    compare(matter, accepted, placed, findings);
                }
            }
        }
        return findings.verdict(
                "%d orders and %d cancellations acknowledged", orders.size(), cancellations.size());
    }

    private static void compare(
            Matter matter, List<UUID> accepted, Map<UUID, Written> placed, Findings findings) {
        var wishes = matter.asked().orders();
        findings.unless(
                wishes.size() == accepted.size(),
                "%s asked for %d orders and got %d",
                matter.key(),
                wishes.size(),
                accepted.size());
        for (var i = 0; i < Math.min(wishes.size(), accepted.size()); i++) {
            var record = placed.get(accepted.get(i));
            if (record == null) {
                findings.add("%s was acknowledged and is not in the log", accepted.get(i));
            } else if (record.data() instanceof OrderPlaced order && !is(order, wishes.get(i))) {
                findings.add("%s at %s is not what was asked for", record.order(), record.place());
            }
        }
    }

    private static boolean is(OrderPlaced order, Wish wish) {
        return order.customerId().equals(wish.customer())
                && order.total().minorUnits() == wish.amountMinor()
                && order.total().currency().getCurrencyCode().equals(wish.currency())
                && order.paymentMethod().equals(wish.paymentMethod());
    }
}
