package dev.kafkaorders.orders.status;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/// The promise that each fact changes an order once: what was published of an order grows by one
/// fact at a time, none is lost on the way and none comes twice.
public final class EachFactOnce {

    private EachFactOnce() {}

    /// What breaks the promise; empty if nothing does.
    ///
    /// @param published in the order of the log
    public static List<String> violations(List<OrderDocument> published) {
        var violations = new ArrayList<String>();
        published.stream()
                .collect(groupingBy(OrderDocument::orderId, LinkedHashMap::new, toList()))
                .forEach((order, history) -> check(order, history, violations));
        return violations;
    }

    private static void check(UUID order, List<OrderDocument> history, List<String> violations) {
        OrderDocument before = null;
        for (var now : history) {
            if (before != null && now.version() != before.version() + 1) {
                violations.add(
                        "%s: version %d follows %d"
                                .formatted(order, now.version(), before.version()));
            }
            if (before != null && !now.timeline().containsAll(before.timeline())) {
                violations.add("%s: version %d has lost a fact".formatted(order, now.version()));
            }
            if (now.timeline().size() != now.version()) {
                violations.add(
                        "%s: version %d has %d facts"
                                .formatted(order, now.version(), now.timeline().size()));
            }
            before = now;
        }
    }
}
