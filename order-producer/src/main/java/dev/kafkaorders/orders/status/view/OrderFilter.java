package dev.kafkaorders.orders.status.view;

import dev.kafkaorders.orders.status.OrderDocument;
import dev.kafkaorders.orders.status.OrderState;
import org.jspecify.annotations.Nullable;

/// Which orders are wanted; null for whichever.
public record OrderFilter(OrderState.@Nullable Name state, @Nullable String customerId) {

    /// The index that leaves the fewest orders to look at: of one customer there are few.
    byte[] index() {
        if (customerId != null) {
            return Keys.ofCustomer(customerId);
        }
        return state == null ? Keys.all() : Keys.inState(state);
    }

    boolean mayMatch(Entry entry) {
        return state == null || state == entry.state();
    }

    boolean matches(OrderDocument document) {
        return customerId == null || customerId.equals(document.customerId());
    }
}
