package dev.kafkaorders.payments.stage;

import dev.kafkaorders.events.OrderCancelled;
import dev.kafkaorders.events.OrderEvent;
import dev.kafkaorders.events.OrderPlaced;
import dev.kafkaorders.events.PaymentCaptured;
import dev.kafkaorders.events.PaymentDeclined;
import dev.kafkaorders.events.PaymentEvent;
import dev.kafkaorders.events.PaymentRefunded;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/// Whether the events of each order had the effects that they have when they are handled one after
/// the other, in the order of the log.
///
/// @param written what was written about each order, in the order of the log
/// @param told what was told about each order, in the order of the log
public record SequentialEffects(
        Map<UUID, List<OrderEvent>> written, Map<UUID, List<PaymentEvent>> told) {

    private static final String CAPTURED = PaymentCaptured.class.getSimpleName();
    private static final String DECLINED = PaymentDeclined.class.getSimpleName();
    private static final String REFUNDED = PaymentRefunded.class.getSimpleName();

    /// What breaks the promise, each in a sentence; empty when it is kept.
    public List<String> violations() {
        return Stream.concat(written.keySet().stream(), told.keySet().stream())
                .distinct()
                .map(this::violation)
                .flatMap(Stream::ofNullable)
                .toList();
    }

    private String violation(UUID order) {
        var expected = effects(written.getOrDefault(order, List.of()));
        var actual =
                told.getOrDefault(order, List.of()).stream()
                        .map(outcome -> outcome.getClass().getSimpleName())
                        .toList();
        return Objects.equals(expected, actual)
                ? null
                : order + " had " + actual + " instead of " + expected;
    }

    private static List<String> effects(List<OrderEvent> events) {
        var effects = new ArrayList<String>();
        var cancelledBefore = false;
        for (var event : events) {
            switch (event) {
                case OrderPlaced _ -> {
                    if (effects.isEmpty()) {
                        effects.add(cancelledBefore ? DECLINED : CAPTURED);
                    }
                }
                case OrderCancelled _ -> {
                    cancelledBefore |= effects.isEmpty();
                    if (effects.equals(List.of(CAPTURED))) {
                        effects.add(REFUNDED);
                    }
                }
            }
        }
        return effects;
    }
}
