package dev.kafkaorders.payments.payment;

import dev.kafkaorders.payments.sql.Columns;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All payments, in the table `payment`.
@Repository
public class Payments {

    private final JdbcClient database;

    Payments(JdbcClient database) {
        this.database = database;
    }

    public Optional<Payment> of(UUID orderId) {
        return Optional.ofNullable(of(Set.of(orderId)).get(orderId));
    }

    /// The payments of those orders that have one, in one query.
    public Map<UUID, Payment> of(Collection<UUID> orderIds) {
        return database
                .sql(
                        """
                        select order_id, status, amount_minor, currency,
                               reference, refund_reference, reason
                        from payment
                        where order_id = any(cast(:orderIds as uuid[]))
                        """)
                .param("orderIds", new Columns<>(orderIds).uuids(id -> id))
                .query((row, _) -> PaymentRow.read(row))
                .list()
                .stream()
                .collect(Collectors.toMap(Payment::orderId, Function.identity()));
    }

    /// Stores what these payments are now, in one statement. Rows are written in the order of their
    /// keys, so that two writers can't wait for each other.
    ///
    /// The caller makes sure (by the inbox, in the same transaction) that nobody else has handled
    /// the same events, hence that no newer state is overwritten.
    public void save(Collection<? extends Payment> payments) {
        var rows = new Columns<>(payments.stream().map(PaymentRow::of).toList());
        database.sql(
                        """
                        insert into payment (order_id, status, amount_minor, currency,
                                             reference, refund_reference, reason)
                        select *
                        from unnest(cast(:orderIds as uuid[]), :statuses, :amounts, :currencies,
                                    :references, :refundReferences, :reasons) as p (order_id)
                        order by p.order_id
                        on conflict (order_id) do update
                        set status = excluded.status,
                            amount_minor = excluded.amount_minor,
                            currency = excluded.currency,
                            reference = excluded.reference,
                            refund_reference = excluded.refund_reference,
                            reason = excluded.reason,
                            updated_at = now()
                        """)
                .param("orderIds", rows.uuids(PaymentRow::orderId))
                .param("statuses", rows.texts(PaymentRow::status))
                .param("amounts", rows.longs(PaymentRow::amountMinor))
                .param("currencies", rows.texts(PaymentRow::currency))
                .param("references", rows.texts(PaymentRow::reference))
                .param("refundReferences", rows.texts(PaymentRow::refundReference))
                .param("reasons", rows.texts(PaymentRow::reason))
                .update();
    }
}
