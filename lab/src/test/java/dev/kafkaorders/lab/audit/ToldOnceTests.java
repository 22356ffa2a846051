package dev.kafkaorders.lab.audit;

import static dev.kafkaorders.events.Topics.PAYMENTS;
import static dev.kafkaorders.lab.audit.Judgement.assertBroken;
import static dev.kafkaorders.lab.audit.Judgement.assertHolds;

import dev.kafkaorders.events.PaymentDeclined;
import org.junit.jupiter.api.Test;

class ToldOnceTests {

    private final Auditor auditor = new ToldOnce();
    private final Story story = new Story();

    @Test
    void holdsForACaptureAndItsRefund() {
        var order = story.placed();
        story.captured(order);
        story.cancelled(order);
        story.refunded(order);

        assertHolds(auditor, story);
    }

    @Test
    void findsAnOutcomeThatWasToldTwice() {
        var order = story.placed();
        story.captured(order);
        story.write(PAYMENTS, story.committed.getLast().data(), Labels.NONE);

        assertBroken(auditor, story, "PAYMENT_CAPTURED was told 2 times for " + order);
    }

    @Test
    void findsTwoOutcomes() {
        var order = story.placed();
        story.captured(order);
        story.write(PAYMENTS, new PaymentDeclined(order, Story.PRICE, "no"), Labels.NONE);

        assertBroken(auditor, story, "captured and to be declined");
    }
}
