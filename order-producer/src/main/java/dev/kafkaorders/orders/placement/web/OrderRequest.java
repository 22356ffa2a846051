package dev.kafkaorders.orders.placement.web;

import dev.kafkaorders.events.Money;
import dev.kafkaorders.events.OrderLine;
import dev.kafkaorders.orders.placement.OrderDraft;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An order as the client wants it. Bounded everywhere: its event stays far below the 1 MiB that
/// Kafka takes for a record, and its total below what a `long` holds.
record OrderRequest(
        @NotBlank @Size(max = 64) @PlainText String customerId,
        @NotNull @IsoCurrency String currency,
        @NotEmpty @Size(max = MOST_LINES) List<@NotNull @Valid Line> lines,
        @NotBlank @Size(max = 64) @PlainText String paymentMethod,
        @Size(min = 1, max = 32) @PlainText @Nullable String channel) {

    record Line(
            @NotBlank @Size(max = 64) @PlainText String sku,
            @NotNull @Min(1) @Max(10_000) Integer quantity,
            @NotNull @Min(0) @Max(100_000_000_000L) Long unitPriceMinor) {

        private OrderLine in(Currency currency) {
            return new OrderLine(sku, quantity, new Money(unitPriceMinor, currency));
        }
    }

    private static final int MOST_LINES = 100;
    private static final String DEFAULT_CHANNEL = "web";

    /// One line more than there may be is enough to tell that there are too many. A body may have
    /// hundreds of thousands, and each may be wrong.
    OrderRequest {
        if (lines != null && lines.size() > MOST_LINES) {
            lines = new ArrayList<>(lines.subList(0, MOST_LINES + 1));
        }
    }

    OrderDraft toDraft() {
        var money = Currency.getInstance(currency);
        return new OrderDraft(
                customerId,
                lines.stream().map(line -> line.in(money)).toList(),
                paymentMethod,
                Objects.requireNonNullElse(channel, DEFAULT_CHANNEL));
    }
}
