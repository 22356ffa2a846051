package dev.kafkaorders.lab.audit;

import static dev.kafkaorders.events.Topics.ORDERS;
import static dev.kafkaorders.lab.audit.Judgement.assertBroken;
import static dev.kafkaorders.lab.audit.Judgement.assertHolds;

import dev.kafkaorders.events.OrderCancelled;
import org.junit.jupiter.api.Test;

class AcknowledgedIsKeptTests {

    private final Auditor auditor = new AcknowledgedIsKept();
    private final Story story = new Story();

    @Test
    void holdsWhenWhatWasAcknowledgedIsInTheLog() {
        story.batch(2);
        story.cancelled(story.placed());

        assertHolds(auditor, story);
    }

    @Test
    void missesAnOrder() {
        story.placed();
        var lost = story.batch(2).get(1);
        story.forget(ORDERS, lost);

        assertBroken(auditor, story, lost + " was acknowledged and is not in the log");
    }

    @Test
    void missesACancellation() {
        var order = story.placed();
        story.cancelled(order);
        story.committed.removeIf(record -> record.data() instanceof OrderCancelled);

        assertBroken(auditor, story, "the cancellation of " + order);
    }

    @Test
    void isNotContentWithAnotherOrder() {
        var order = story.placed();
        story.committed.clear();
        story.write(ORDERS, Story.order(order, Story.wish("c-other")), Labels.NONE);

        assertBroken(auditor, story, "is not what was asked for");
    }
}
