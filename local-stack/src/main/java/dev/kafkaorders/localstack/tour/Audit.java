package dev.kafkaorders.localstack.tour;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Whether what was accepted became a payment exactly once. Computed from what the topics and the
/// database say, never from what a service counts of itself.
///
/// @param accepted orders in `orders`
/// @param captured of these, charged once
/// @param declined of these, not charged
/// @param lost accepted or acknowledged orders that are missing in a place where they must be
/// @param chargedTwice orders with two different charges
/// @param contradictory orders of which the topics and the database say different things
/// @param redelivered deliveries of events that had been handled before
record Audit(
        int accepted,
        int captured,
        int declined,
        Set<UUID> lost,
        Set<UUID> chargedTwice,
        Set<UUID> contradictory,
        long redelivered) {

    private static final int EXAMPLES = 3;

    /// @param acknowledged orders that a client was told are accepted
    /// @param placed orders in `orders`
    /// @param outcomes what `payments` says of each order
    /// @param booked what the database says of each order
    /// @param redelivered deliveries of events that had been handled before
    static Audit of(
            Set<UUID> acknowledged,
            Set<UUID> placed,
            Map<UUID, Set<Settled>> outcomes,
            Map<UUID, Settled> booked,
            long redelivered) {
        var captured = 0;
        var declined = 0;
        var lost = new HashSet<>(acknowledged);
        lost.removeAll(placed);
        var chargedTwice = new HashSet<UUID>();
        var contradictory = new HashSet<UUID>();
        for (var order : placed) {
            var said = new HashSet<>(outcomes.getOrDefault(order, Set.of()));
            var book = booked.get(order);
            if (said.isEmpty() || book == null) {
                lost.add(order);
                continue;
            }
            said.add(book);
            if (charges(said) > 1) {
                chargedTwice.add(order);
            } else if (said.size() > 1) {
                contradictory.add(order);
            } else {
                switch (book) {
                    case Settled.Captured _ -> captured++;
                    case Settled.Declined _ -> declined++;
                }
            }
        }
        return new Audit(
                placed.size(), captured, declined, lost, chargedTwice, contradictory, redelivered);
    }

    boolean balances() {
        return accepted == captured + declined
                && lost.isEmpty()
                && chargedTwice.isEmpty()
                && contradictory.isEmpty();
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "audit: %d accepted = %d captured + %d declined; %d lost, %d charged twice, %d"
                        + " redelivered",
                accepted,
                captured,
                declined,
                lost.size(),
                chargedTwice.size(),
                redelivered);
    }

    /// What is wrong, with a few examples of each; nothing when all is well.
    List<String> complaints() {
        var complaints = new ArrayList<String>();
        complain(complaints, "lost", lost);
        complain(complaints, "charged twice", chargedTwice);
        complain(complaints, "the topics and the database disagree", contradictory);
        return complaints;
    }

    private static void complain(List<String> complaints, String what, Collection<UUID> orders) {
        orders.stream().limit(EXAMPLES).forEach(order -> complaints.add(what + ": order " + order));
    }

    private static long charges(Set<Settled> said) {
        return said.stream().filter(Settled.Captured.class::isInstance).count();
    }
}
