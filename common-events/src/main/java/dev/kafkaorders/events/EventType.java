package dev.kafkaorders.events;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The types of event there are: the only place that pairs a CloudEvents `type` with its record and
/// its JSON Schema.
///
/// A change that old readers can't take gets a new constant with the next version in its name; the
/// old one stays for as long as a topic may hold it.
public enum EventType {
    ORDER_PLACED("order-placed.v1", OrderPlaced.class),
    ORDER_CANCELLED("order-cancelled.v1", OrderCancelled.class),
    PAYMENT_CAPTURED("payment-captured.v1", PaymentCaptured.class),
    PAYMENT_DECLINED("payment-declined.v1", PaymentDeclined.class),
    PAYMENT_REFUNDED("payment-refunded.v1", PaymentRefunded.class);

    private static final String NAMESPACE = "dev.kafkaorders.";

    private static final Map<String, EventType> BY_TYPE_NAME =
            Stream.of(values())
                    .collect(
                            Collectors.toUnmodifiableMap(EventType::typeName, Function.identity()));

    private final String versionedName;
    private final String typeName;
    private final Class<? extends DomainEvent> dataType;

    EventType(String versionedName, Class<? extends DomainEvent> dataType) {
        this.versionedName = versionedName;
        this.typeName = NAMESPACE + versionedName;
        this.dataType = dataType;
    }

    /// The type with that CloudEvents `type`, or empty when this contract doesn't know it.
    public static Optional<EventType> named(String typeName) {
        return Optional.ofNullable(BY_TYPE_NAME.get(typeName));
    }

    /// The type of a payload.
    public static EventType of(DomainEvent event) {
        return switch (event) {
            case OrderPlaced _ -> ORDER_PLACED;
            case OrderCancelled _ -> ORDER_CANCELLED;
            case PaymentCaptured _ -> PAYMENT_CAPTURED;
            case PaymentDeclined _ -> PAYMENT_DECLINED;
            case PaymentRefunded _ -> PAYMENT_REFUNDED;
        };
    }

    /// The CloudEvents `type`, such as `dev.kafkaorders.order-placed.v1`.
    public String typeName() {
        return typeName;
    }

    /// The record that holds such an event's data.
    public Class<? extends DomainEvent> dataType() {
        return dataType;
    }

    /// The class path resource with the JSON Schema (draft 2020-12) of the event's JSON.
    public String schemaResource() {
        return "/dev/kafkaorders/events/" + versionedName + ".schema.json";
    }
}
