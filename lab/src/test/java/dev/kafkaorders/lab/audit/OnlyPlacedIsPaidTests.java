package dev.kafkaorders.lab.audit;

import static dev.kafkaorders.events.Topics.ORDERS;
import static dev.kafkaorders.events.Topics.PAYMENTS;
import static dev.kafkaorders.lab.audit.Judgement.assertBroken;
import static dev.kafkaorders.lab.audit.Judgement.assertHolds;

import dev.kafkaorders.events.EventType;
import dev.kafkaorders.events.Money;
import dev.kafkaorders.events.PaymentCaptured;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OnlyPlacedIsPaidTests {

    private static final UUID STRANGER = new UUID(5, 1);

    private final Auditor auditor = new OnlyPlacedIsPaid();
    private final Story story = new Story();

    @Test
    void holdsWhenWhatIsPaidWasPlaced() {
        story.captured(story.placed());
        story.declined(story.placed(), "card_declined");

        assertHolds(auditor, story);
    }

    @Test
    void findsAChargeForNoOrder() {
        story.moved(Movement.Kind.CHARGE, STRANGER, EventType.ORDER_PLACED, "ch_x");

        assertBroken(auditor, story, "at the gateway: ch_x, and was never placed");
    }

    @Test
    void findsAnOutcomeOfNoOrder() {
        story.write(PAYMENTS, new PaymentCaptured(STRANGER, Story.PRICE, "ch_x"), Labels.NONE);

        assertBroken(auditor, story, "told at payments-0@1, and was never placed");
    }

    @Test
    void findsAPaymentOfNoOrder() {
        story.payments.put(
                STRANGER,
                new PaymentRow(STRANGER, PaymentRow.Status.CAPTURED, Story.PRICE, "ch_x", null));

        assertBroken(auditor, story, "in the database, and was never placed");
    }

    @Test
    void findsAnotherAmount() {
        var order = story.placed();
        var other = new Money(1, Story.PRICE.currency());
        story.write(PAYMENTS, new PaymentCaptured(order, other, "ch_x"), Labels.NONE);

        assertBroken(auditor, story, "instead of");
    }

    @Test
    void findsAnOrderThatNobodyAskedFor() {
        story.write(ORDERS, Story.order(STRANGER, Story.wish("c-stranger")), Labels.NONE);

        assertBroken(auditor, story, "nobody asked for " + STRANGER);
    }
}
