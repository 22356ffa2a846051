package dev.kafkaorders.lab.audit;

import static dev.kafkaorders.lab.audit.Judgement.assertBroken;
import static dev.kafkaorders.lab.audit.Judgement.assertHolds;

import dev.kafkaorders.events.EventId;
import dev.kafkaorders.events.EventType;
import org.junit.jupiter.api.Test;

class ChargedOnceTests {

    private final Auditor auditor = new ChargedOnce();
    private final Story story = new Story();

    @Test
    void holdsForOneChargeAndOneRefund() {
        var order = story.placed();
        story.captured(order);
        story.cancelled(order);
        story.refunded(order);

        assertHolds(auditor, story);
    }

    @Test
    void holdsWhileTheAnswerToAChargeIsLost() {
        var order = story.placed();
        story.moved(Movement.Kind.CHARGE, order, EventType.ORDER_PLACED, "ch_x");
        story.failed(order, 1);

        assertHolds(auditor, story);
    }

    @Test
    void findsASecondCharge() {
        var order = story.placed();
        story.captured(order);
        story.moved(Movement.Kind.CHARGE, order, EventType.ORDER_PLACED, "ch_x");

        assertBroken(auditor, story, order + " was charged 2 times");
    }

    @Test
    void findsASecondRefundAlsoWhenTheGatewayWasNotToldTheOrder() {
        var order = story.placed();
        story.captured(order);
        story.cancelled(order);
        story.refunded(order);
        var key = EventId.of(order, EventType.ORDER_CANCELLED).toString();
        var at = story.movements.getLast().at();
        story.movements.add(new Movement(Movement.Kind.REFUND, key, null, Story.PRICE, "re_x", at));

        assertBroken(auditor, story, order + " was refunded 2 times");
    }

    @Test
    void findsMoneyThatTheBooksDoNotKnow() {
        var order = story.placed();
        story.declined(order, "card_declined");
        story.moved(Movement.Kind.CHARGE, order, EventType.ORDER_PLACED, "ch_x");

        assertBroken(auditor, story, "was charged as ch_x, and the database says null");
    }

    @Test
    void findsMoneyThatTheGatewayNeverMoved() {
        story.captured(story.placed());
        story.movements.clear();

        assertBroken(auditor, story, "the gateway never moved it");
    }
}
