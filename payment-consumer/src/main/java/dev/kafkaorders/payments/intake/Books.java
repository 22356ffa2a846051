package dev.kafkaorders.payments.intake;

import dev.kafkaorders.payments.inbox.ConcurrentDeliveryException;
import dev.kafkaorders.payments.inbox.Inbox;
import dev.kafkaorders.payments.payment.Payments;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Step 4: enters a batch into the database, inbox and payments in one transaction.
@Component
class Books {

    private final Inbox inbox;
    private final Payments payments;
    private final TransactionTemplate transaction;

    Books(Inbox inbox, Payments payments, TransactionTemplate transaction) {
        this.inbox = inbox;
        this.payments = payments;
        this.transaction = transaction;
    }

    /// Enters all of it or nothing.
    ///
    /// @throws ConcurrentDeliveryException when an event was entered by somebody else since it was
    ///   looked up; nothing is entered then, and the next delivery finds it known
    void enter(SettledBatch batch) {
        transaction.executeWithoutResult(_ -> {
            if (!batch.entries().isEmpty()) {
                // First, as it decides whether this is ours to enter.
                inbox.add(batch.entries());
                payments.save(batch.payments().values());
            }
            if (!batch.redelivered().isEmpty()) {
                inbox.countDeliveries(batch.redelivered());
            }
        });
    }
}
