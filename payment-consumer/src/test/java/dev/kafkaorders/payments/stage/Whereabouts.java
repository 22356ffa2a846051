package dev.kafkaorders.payments.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Where orders are, and whether that keeps the promise: each is in exactly one place, once.
///
/// @param accepted the orders
/// @param places what is where: the name of a place, and the orders that readers find there, as
///   often as they find them
public record Whereabouts(Set<UUID> accepted, Map<String, List<UUID>> places) {

    /// What breaks the promise, each in a sentence; empty when it is kept.
    public List<String> violations() {
        var violations = new ArrayList<String>();
        for (var order : accepted) {
            var found = new ArrayList<String>();
            places.forEach((place, orders) ->
                    orders.stream().filter(order::equals).forEach(_ -> found.add(place)));
            found.sort(null);
            if (found.isEmpty()) {
                violations.add(order + " is nowhere");
            } else if (found.size() > 1) {
                violations.add(order + " is in " + String.join(" and in ", found));
            }
        }
        places.forEach((place, orders) ->
                orders.stream()
                        .filter(order -> !accepted.contains(order))
                        .forEach(order ->
                                violations.add(order + " is in " + place + " by no order")));
        return violations;
    }
}
