package dev.kafkaorders.lab.audit;

import static dev.kafkaorders.lab.audit.Judgement.assertBroken;
import static dev.kafkaorders.lab.audit.Judgement.assertHolds;

import org.junit.jupiter.api.Test;

class EveryEventIsHeldTests {

    private final Auditor auditor = new EveryEventIsHeld();
    private final Story story = new Story();

    @Test
    void holdsWhenWhatIsNotSettledWaitsSomewhere() {
        story.captured(story.placed());
        story.dead(story.placed(), 1);
        var order = story.placed();
        story.failed(order, 1);
        story.cancelled(order);
        story.parked(order);

        assertHolds(auditor, story);
    }

    @Test
    void findsACancellationThatWasNeverTakenUp() {
        var order = story.placed();
        story.captured(order);
        story.cancelled(order);

        assertBroken(auditor, story, "ORDER_CANCELLED of " + order);
    }

    @Test
    void findsARetryWithoutARecord() {
        var order = story.placed();
        story.committed.remove(story.failed(order, 1));

        assertBroken(auditor, story, "is RETRYING, and nowhere");
    }

    @Test
    void findsARetryThatTheGroupHasPassedBy() {
        var order = story.placed();
        var retry = story.failed(order, 1).place();
        story.next.add(new Place(retry.topic(), retry.partition(), retry.offset()));
        assertHolds(auditor, story);

        story.next.set(0, new Place(retry.topic(), retry.partition(), retry.offset() + 1));

        assertBroken(auditor, story, "is RETRYING, and nowhere");
    }

    @Test
    void findsADeadLetterThatWasBroughtBackAndNotTakenUp() {
        var order = story.placed();
        story.replayed(story.dead(order, 1));

        assertBroken(auditor, story, "is DEAD, and nowhere");
    }

    @Test
    void findsAParkedEventThatNobodyHoldsUp() {
        var order = story.placed();
        story.failed(order, 1);
        story.cancelled(order);
        story.parked(order);
        story.captured(order);

        assertBroken(auditor, story, "is PARKED, and nowhere");
    }

    @Test
    void findsAParkedEventWithoutARecord() {
        var order = story.placed();
        story.failed(order, 1);
        story.cancelled(order);
        story.parked(order);
        story.parked.clear();

        assertBroken(auditor, story, "is PARKED, and nowhere");
    }
}
