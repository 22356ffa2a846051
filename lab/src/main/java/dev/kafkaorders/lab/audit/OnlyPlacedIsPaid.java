package dev.kafkaorders.lab.audit;

import static java.util.stream.Collectors.toSet;

import dev.kafkaorders.events.Money;
import dev.kafkaorders.events.OrderPlaced;
import dev.kafkaorders.events.PaymentCaptured;
import dev.kafkaorders.events.PaymentDeclined;
import dev.kafkaorders.events.PaymentRefunded;
import dev.kafkaorders.events.Topics;
import dev.kafkaorders.lab.ledger.Wish;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Money moves for orders that are in the log, of the amount that stands there; and what is in the
/// log was asked for by a client.
final class OnlyPlacedIsPaid implements Auditor {

    @Override
    public String promise() {
        return "Nothing is paid that was never placed";
    }

    @Override
    public Verdict audit(History history) {
        var totals = new HashMap<UUID, Money>();
        var findings = new Findings();
        var customers =
                history.dealings().matters().stream()
                        .flatMap(matter -> matter.asked().orders().stream())
                        .map(Wish::customer)
                        .collect(toSet());
        for (var record : history.placed().values()) {
            var order = (OrderPlaced) record.data();
            totals.put(order.orderId(), order.total());
            findings.unless(
                    customers.contains(order.customerId()),
                    "nobody asked for %s at %s",
                    order.orderId(),
                    record.place());
        }
        gateway(history, totals, findings);
        outcomes(history, totals, findings);
        rows(history, totals, findings);
        return findings.verdict(
                "%d orders, %d movements at the gateway",
                totals.size(), history.movements().size());
    }

    private static void gateway(History history, Map<UUID, Money> totals, Findings findings) {
        for (var movement : history.movements()) {
            if (movement.order() != null) {
                compare(
                        movement.amount(),
                        totals.get(movement.order()),
                        findings,
                        movement.order() + " at the gateway: " + movement.reference());
            }
        }
    }

    private static void outcomes(History history, Map<UUID, Money> totals, Findings findings) {
        history.on(Topics.PAYMENTS)
                .forEach(record ->
                        compare(
                                amount(record),
                                totals.get(record.order()),
                                findings,
                                record.order() + " told at " + record.place()));
    }

    private static void rows(History history, Map<UUID, Money> totals, Findings findings) {
        for (var row : history.tables().payments()) {
            // A cancellation may come before its order, and keeps its place.
            if (row.amount() != null) {
                compare(
                        row.amount(),
                        totals.get(row.order()),
                        findings,
                        row.order() + " in the database");
            }
        }
    }

    private static @Nullable Money amount(Written record) {
        return switch (record.data()) {
            case PaymentCaptured(_, var amount, _) -> amount;
            case PaymentDeclined(_, var amount, _) -> amount;
            case PaymentRefunded(_, var amount, _) -> amount;
            case Object _ -> null;
        };
    }

    private static void compare(
            @Nullable Money amount, @Nullable Money total, Findings findings, String what) {
        if (total == null) {
            findings.add("%s, and was never placed", what);
        } else {
            findings.unless(total.equals(amount), "%s, %s instead of %s", what, amount, total);
        }
    }
}
