package dev.kafkaorders.orders.status.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kafkaorders.orders.status.view.OrderPage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of orders, the newest first.
///
/// @param next the cursor of the next page; missing if there is none
@JsonInclude(JsonInclude.Include.NON_NULL)
record PageView(List<OrderSummary> orders, @Nullable String next) {

    static PageView of(OrderPage page) {
        var orders = page.orders().stream().map(OrderSummary::of).toList();
        return new PageView(orders, page.next() == null ? null : page.next().cursor());
    }
}
