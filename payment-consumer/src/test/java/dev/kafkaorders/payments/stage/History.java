package dev.kafkaorders.payments.stage;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.kafkaorders.events.EventId;
import dev.kafkaorders.events.EventType;
import dev.kafkaorders.events.PaymentCaptured;
import dev.kafkaorders.events.PaymentDeclined;
import dev.kafkaorders.events.PaymentEvent;
import dev.kafkaorders.events.PaymentRefunded;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// What happened, and whether it keeps the promise: every order is settled, each outcome is told
/// once, and nobody is charged twice.
///
/// @param placed the orders
/// @param told what readers of `payments` see
/// @param charges how often the gateway took money, by order
public record History(Set<UUID> placed, List<PaymentEvent> told, Map<UUID, Integer> charges) {

    /// What breaks the promise, each in a sentence; empty when it is kept.
    public List<String> violations() {
        return Stream.of(unsettled(), toldTwice(), contradictions(), chargedTwice(), unfounded())
                .flatMap(violations -> violations)
                .sorted()
                .toList();
    }

    private Stream<String> unsettled() {
        return placed.stream()
                .filter(order -> told.stream().noneMatch(outcome -> settles(outcome, order)))
                .map(order -> order + " was not settled");
    }

    private Stream<String> toldTwice() {
        return told.stream()
                .collect(groupingBy(o -> EventId.of(o.orderId(), EventType.of(o)), counting()))
                .entrySet()
                .stream()
                .filter(times -> times.getValue() > 1)
                .map(times -> times.getKey() + " was told " + times.getValue() + " times");
    }

    private Stream<String> contradictions() {
        return told.stream()
                .filter(PaymentDeclined.class::isInstance)
                .map(PaymentEvent::orderId)
                .filter(order -> told.stream().anyMatch(o -> isCaptured(o, order)))
                .map(order -> order + " was captured and declined");
    }

    private Stream<String> chargedTwice() {
        return charges.entrySet().stream()
                .filter(times -> times.getValue() > 1)
                .map(times -> times.getKey() + " was charged " + times.getValue() + " times");
    }

    private Stream<String> unfounded() {
        return told.stream()
                .filter(PaymentCaptured.class::isInstance)
                .map(PaymentEvent::orderId)
                .filter(order -> !charges.containsKey(order))
                .map(order -> order + " was told as captured and never charged");
    }

    private static boolean settles(PaymentEvent outcome, UUID order) {
        return outcome.orderId().equals(order)
                && switch (outcome) {
                    case PaymentCaptured _, PaymentDeclined _ -> true;
                    case PaymentRefunded _ -> false;
                };
    }

    private static boolean isCaptured(PaymentEvent outcome, UUID order) {
        return outcome instanceof PaymentCaptured && outcome.orderId().equals(order);
    }
}
