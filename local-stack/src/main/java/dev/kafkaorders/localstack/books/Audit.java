package dev.kafkaorders.localstack.books;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Whether each order that was accepted is in exactly one place. Computed from what the topics and
/// the database say, never from what a service counts of itself.
///
/// @param accepted how many orders are in `orders`
/// @param orders by what became of them
/// @param redelivered deliveries of events that had been handled before
public record Audit(int accepted, Map<Verdict, Set<UUID>> orders, long redelivered) {

    private static final int EXAMPLES = 3;

    /// Holds the books against each other, order by order.
    ///
    /// @param acknowledged orders that a client was told are accepted
    /// @param redelivered deliveries of events that had been handled before
    public static Audit of(Set<UUID> acknowledged, Told told, Booked booked, long redelivered) {
        var orders = new EnumMap<Verdict, Set<UUID>>(Verdict.class);
        for (var order : told.placed()) {
            add(orders, Claims.about(order, told, booked).verdict(), order);
        }
        for (var order : acknowledged) {
            if (!told.placed().contains(order)) {
                add(orders, Verdict.LOST, order);
            }
        }
        return new Audit(told.placed().size(), orders, redelivered);
    }

    public Set<UUID> orders(Verdict verdict) {
        return orders.getOrDefault(verdict, Set.of());
    }

    public boolean balances() {
        return orders.keySet().stream().noneMatch(Verdict::isViolation);
    }

    public String line() {
        return String.format(
                Locale.ROOT,
                "audit: %d accepted = %s + %s + %s + %s + %s; %s, %s, %d redelivered",
                accepted,
                counted(Verdict.CAPTURED),
                counted(Verdict.DECLINED),
                counted(Verdict.RETRYING),
                counted(Verdict.DEAD_LETTERED),
                counted(Verdict.DISCARDED),
                counted(Verdict.LOST),
                counted(Verdict.CHARGED_TWICE),
                redelivered);
    }

    /// What is wrong, with a few examples of each; nothing when all is well.
    public List<String> complaints() {
        return Arrays.stream(Verdict.values())
                .filter(Verdict::isViolation)
                .flatMap(verdict ->
                        orders(verdict).stream()
                                .limit(EXAMPLES)
                                .map(order -> verdict.words() + ": order " + order))
                .toList();
    }

    private String counted(Verdict verdict) {
        return orders(verdict).size() + " " + verdict.words();
    }

    private static void add(Map<Verdict, Set<UUID>> orders, Verdict verdict, UUID order) {
        orders.computeIfAbsent(verdict, _ -> new HashSet<>()).add(order);
    }
}
