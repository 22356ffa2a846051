package dev.kafkaorders.lab.audit;

import static dev.kafkaorders.events.Topics.ORDERS;
import static dev.kafkaorders.events.Topics.PAYMENTS;
import static dev.kafkaorders.lab.audit.Judgement.assertBroken;
import static dev.kafkaorders.lab.audit.Judgement.assertHolds;

import dev.kafkaorders.events.EventType;
import dev.kafkaorders.events.OrderCancelled;
import dev.kafkaorders.events.PaymentRefunded;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OrderIsKeptTests {

    private final Auditor auditor = new OrderIsKept();
    private final Story story = new Story();

    @Test
    void holdsWhenACancellationWaitsBehindItsOrder() {
        var order = story.placed();
        story.failed(order, 1);
        story.cancelled(order);
        story.parked(order);
        assertHolds(auditor, story);

        story.captured(order);
        story.refunded(order);
        assertHolds(auditor, story);
    }

    @Test
    void holdsWhenTheCancellationCameFirst() {
        story.declined(cancelledBeforePlaced(), "order_cancelled");

        assertHolds(auditor, story);
    }

    @Test
    void findsACancellationThatOvertookItsOrder() {
        var order = story.placed();
        story.failed(order, 1);
        story.cancelled(order);
        story.settle(order, EventType.ORDER_CANCELLED);

        assertBroken(auditor, story, order + ": the cancellation was handled before the order");
    }

    @Test
    void findsAnOrderThatWasDeclinedForAnOvertakingCancellation() {
        var order = story.placed();
        story.cancelled(order);
        story.settle(order, EventType.ORDER_CANCELLED);
        story.declined(order, "order_cancelled");

        assertBroken(auditor, story, order + " was declined for a cancellation that came after it");
    }

    @Test
    void findsARefundThatIsMissing() {
        var order = story.placed();
        story.captured(order);
        story.cancelled(order);
        story.settle(order, EventType.ORDER_CANCELLED);

        assertBroken(auditor, story, "nothing refunded");
    }

    @Test
    void findsACaptureAfterTheCancellation() {
        story.captured(cancelledBeforePlaced());

        assertBroken(auditor, story, "was captured after its cancellation");
    }

    @Test
    void findsARefundBeforeTheCapture() {
        var order = story.placed();
        story.write(PAYMENTS, new PaymentRefunded(order, Story.PRICE, "re_x"), Labels.NONE);
        story.captured(order);

        assertBroken(auditor, story, "was refunded before it was captured");
    }

    private UUID cancelledBeforePlaced() {
        var order = story.placed();
        var placement = story.placement(order);
        story.committed.clear();
        story.write(ORDERS, new OrderCancelled(order, "test"), Labels.NONE);
        story.settle(order, EventType.ORDER_CANCELLED);
        story.write(ORDERS, placement.data(), Labels.NONE);
        return order;
    }
}
