package dev.kafkaorders.lab.audit;

import static dev.kafkaorders.lab.audit.Judgement.assertBroken;
import static dev.kafkaorders.lab.audit.Judgement.assertHolds;

import dev.kafkaorders.events.EventId;
import dev.kafkaorders.events.EventType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AbortedIsIgnoredTests {

    private static final UUID NEVER = new UUID(5, 1);

    private final Auditor auditor = new AbortedIsIgnored();
    private final Story story = new Story();

    @Test
    void holdsWhenNothingCameOfTheAborted() {
        story.captured(story.placed());
        story.abortedPlacement(NEVER);

        assertHolds(auditor, story);
    }

    @Test
    void findsAnEventThatWasOnlyAborted() {
        decided(NEVER, story.abortedPlacement(NEVER).place());

        assertBroken(auditor, story, "was decided by orders-0@1", "was never committed");
    }

    @Test
    void findsADecisionByAnAbortedCopy() {
        var order = story.placed();
        decided(order, story.abortedPlacement(order).place());

        assertBroken(auditor, story, "was decided by orders-0@2, which was aborted");
    }

    @Test
    void findsADeadLetterOfAnAbortedRecord() {
        var order = story.placed();
        var origin = story.abortedPlacement(order).place();
        story.write(
                SuiteTopics.DEAD_LETTERS,
                story.placement(order).data(),
                new Labels(1, null, origin, null, 0, null, false));

        assertBroken(auditor, story, "came of orders-0@2, which was aborted");
    }

    @Test
    void findsAStatusThatFollowsFromAnAbortedRecord() {
        var order = story.placed();
        var fact = story.abortedPlacement(order).place();
        story.statuses.put(order, new Status("PLACED", List.of(fact)));

        assertBroken(auditor, story, "the status of " + order + " follows from orders-0@2");
    }

    private void decided(UUID order, Place by) {
        var event = EventId.of(order, EventType.ORDER_PLACED);
        var state = InboxRow.State.SETTLED;
        story.inbox.put(event, new InboxRow(event, order, state, 0, by, Instant.EPOCH, 1));
    }
}
