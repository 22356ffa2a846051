package dev.kafkaorders.lab.audit;

import static java.util.stream.Collectors.toMap;

import dev.kafkaorders.events.EventId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/// payment-consumer's database.
///
/// @param parked the events of which it keeps the record
public record Tables(List<InboxRow> inbox, List<PaymentRow> payments, Set<EventId> parked) {

    public Tables {
        inbox = List.copyOf(inbox);
        payments = List.copyOf(payments);
        parked = Set.copyOf(parked);
    }

    Map<EventId, InboxRow> events() {
        return inbox.stream().collect(toMap(InboxRow::event, Function.identity()));
    }

    Map<UUID, PaymentRow> orders() {
        return payments.stream().collect(toMap(PaymentRow::order, Function.identity()));
    }
}
