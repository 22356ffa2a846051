package dev.kafkaorders.orders.status;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kafkaorders.events.Money;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An order's status as it is stored, written to `order-status` and answered to clients: one form
/// for all, which holds the facts that it follows from.
///
/// The fields of the purchase are missing until the order itself was read; such a document is in
/// the store alone.
///
/// @param settled whether nothing more will happen by itself
/// @param attempt how often the payment or the refund that is being retried was tried
/// @param reason why it was declined or is dead
/// @param version grows with each change
/// @param truncated whether the timeline lacks old attempts
/// @param replay how often operators have brought the order back
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OrderDocument(
        UUID orderId,
        OrderState.Name state,
        boolean settled,
        @Nullable Integer attempt,
        @Nullable Instant nextAt,
        @Nullable String reason,
        @Nullable String customerId,
        @Nullable String currency,
        @Nullable Long totalMinor,
        @Nullable Instant placedAt,
        @Nullable Integer replay,
        @Nullable Instant updatedAt,
        int version,
        boolean truncated,
        List<Fact> timeline) {

    public OrderDocument {
        timeline = List.copyOf(timeline);
    }

    public static OrderDocument of(Order order) {
        var state = order.state();
        var purchase = order.purchase();
        return new OrderDocument(
                order.id(),
                state.name(),
                state.isSettled(),
                attempt(state),
                nextAt(state),
                reason(state),
                purchase == null ? null : purchase.customerId(),
                purchase == null ? null : purchase.total().currency().getCurrencyCode(),
                purchase == null ? null : purchase.total().minorUnits(),
                purchase == null ? null : purchase.placedAt(),
                purchase == null ? null : purchase.replay(),
                order.updatedAt().orElse(null),
                order.version(),
                order.truncated(),
                order.facts());
    }

    /// The order that this is the status of.
    public Order order() {
        return new Order(orderId, purchase(), version, truncated, timeline);
    }

    private @Nullable Purchase purchase() {
        if (customerId == null) {
            return null;
        }
        var total =
                new Money(
                        requireNonNull(totalMinor), Currency.getInstance(requireNonNull(currency)));
        return new Purchase(customerId, total, requireNonNull(placedAt), requireNonNull(replay));
    }

    private static @Nullable Integer attempt(OrderState state) {
        return switch (state) {
            case OrderState.Retrying(var attempt, _) -> attempt;
            case OrderState.RefundRetrying(var attempt, _) -> attempt;
            case OrderState _ -> null;
        };
    }

    private static @Nullable Instant nextAt(OrderState state) {
        return switch (state) {
            case OrderState.Retrying(_, var nextAt) -> nextAt;
            case OrderState.RefundRetrying(_, var nextAt) -> nextAt;
            case OrderState _ -> null;
        };
    }

    private static @Nullable String reason(OrderState state) {
        return switch (state) {
            case OrderState.Declined(var reason) -> reason;
            case OrderState.DeadLettered(var reason) -> reason;
            case OrderState.RefundDeadLettered(var reason) -> reason;
            case OrderState.GivenUp(var reason) -> reason;
            case OrderState _ -> null;
        };
    }
}
