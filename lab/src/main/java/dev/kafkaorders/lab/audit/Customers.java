package dev.kafkaorders.lab.audit;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import dev.kafkaorders.events.OrderPlaced;
import dev.kafkaorders.lab.ledger.Matter;
import dev.kafkaorders.lab.ledger.Wish;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Which orders in the log came of which request, whatever the client was told: a customer belongs
/// to one request alone.
record Customers(Map<String, Set<UUID>> orders) {

    static Customers of(History history) {
        return new Customers(
                history.placed().values().stream()
                        .collect(
                                groupingBy(
                                        record -> ((OrderPlaced) record.data()).customerId(),
                                        mapping(Written::order, toSet()))));
    }

    Set<UUID> ordersOf(Matter matter) {
        return matter.asked().orders().stream()
                .map(Wish::customer)
                .distinct()
                .flatMap(customer -> orders.getOrDefault(customer, Set.of()).stream())
                .collect(toSet());
    }
}
