package dev.kafkaorders.payments.intake;

import dev.kafkaorders.payments.inbox.ConcurrentDeliveryException;
import dev.kafkaorders.payments.inbox.Decisions;
import dev.kafkaorders.payments.inbox.Inbox;
import dev.kafkaorders.payments.parking.ParkedEvents;
import dev.kafkaorders.payments.payment.Payments;
import dev.kafkaorders.payments.retry.DeadLetters;
import dev.kafkaorders.payments.retry.FailedRecords;
import java.util.Collection;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Step 4: enters a batch into the database, inbox, payments, what is parked and what lies dead in
/// one transaction.
@Component
class Books {

    private final Inbox inbox;
    private final Decisions decisions;
    private final Payments payments;
    private final ParkedEvents parked;
    private final DeadLetters letters;
    private final FailedRecords failed;
    private final TransactionTemplate transaction;

    Books(
            Inbox inbox,
            Decisions decisions,
            Payments payments,
            ParkedEvents parked,
            DeadLetters letters,
            FailedRecords failed,
            TransactionTemplate transaction) {
        this.inbox = inbox;
        this.decisions = decisions;
        this.payments = payments;
        this.parked = parked;
        this.letters = letters;
        this.failed = failed;
        this.transaction = transaction;
    }

    /// Enters all of it or nothing.
    ///
    /// @throws ConcurrentDeliveryException when somebody else has decided about some of it since it
    ///   was looked up; nothing is entered then
    void enter(SettledBatch batch) {
        transaction.executeWithoutResult(_ -> {
            // What holds up an order changes first: that keeps others from parking behind it.
            unlessEmpty(batch.changes(), decisions::change);
            unlessEmpty(batch.releasedOrders(), decisions::confirmNothingParked);
            unlessEmpty(batch.confirmedHeads(), decisions::confirmHeads);
            unlessEmpty(batch.additions(), decisions::add);
            unlessEmpty(batch.toLetGo(), parked::remove);
            unlessEmpty(batch.toPark(), parked::add);
            unlessEmpty(batch.revived(), letters::remove);
            var deaths = batch.deaths(failed);
            if (!deaths.isEmpty()) {
                letters.keep(deaths);
            }
            unlessEmpty(batch.payments(), payments::save);
            if (!batch.redelivered().isEmpty()) {
                inbox.countDeliveries(batch.redelivered());
            }
        });
    }

    private static <C extends Collection<?>> void unlessEmpty(C rows, Consumer<C> statement) {
        if (!rows.isEmpty()) {
            statement.accept(rows);
        }
    }
}
