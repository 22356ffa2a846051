package dev.kafkaorders.orders.status;

import dev.kafkaorders.events.Money;
import java.time.Instant;

/// What was ordered, as far as a list of orders shows it.
///
/// @param placedAt when the order was accepted
/// @param replay how often operators had brought the order back by then, perhaps corrected
public record Purchase(String customerId, Money total, Instant placedAt, int replay) {

    /// Of several orders with one id the first in the log counts, until an operator corrects it.
    boolean takesThePlaceOf(Purchase known) {
        return replay > known.replay;
    }
}
