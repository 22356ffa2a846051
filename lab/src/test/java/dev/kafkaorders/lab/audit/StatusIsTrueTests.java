package dev.kafkaorders.lab.audit;

import static dev.kafkaorders.lab.audit.Judgement.assertBroken;
import static dev.kafkaorders.lab.audit.Judgement.assertHolds;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StatusIsTrueTests {

    private static final UUID STRANGER = new UUID(5, 1);

    private final Auditor auditor = new StatusIsTrue();
    private final Story story = new Story();

    @Test
    void holdsForEachStateOnTheWay() {
        var order = story.placed();
        assertHolds(auditor, story);
        story.failed(order, 1);
        assertHolds(auditor, story);
        var letter = story.dead(order, 2);
        assertHolds(auditor, story);
        story.replayed(letter);
        assertHolds(auditor, story);
        story.captured(order);
        assertHolds(auditor, story);
        story.cancelled(order);
        story.state(order, "CANCELLED");
        assertHolds(auditor, story);
        story.refunded(order);
        assertHolds(auditor, story);
    }

    @Test
    void holdsForWhatIsNotKnown() {
        story.view.put(STRANGER, Statuses.NOT_FOUND);

        assertHolds(auditor, story);
    }

    @Test
    void findsAStatusThatLagsBehind() {
        var order = story.placed();
        story.captured(order);
        story.state(order, "PLACED");

        assertBroken(auditor, story, "order-status says PLACED", "the view answers PLACED");
    }

    @Test
    void findsAMissingStatus() {
        story.statuses.remove(story.placed());

        assertBroken(auditor, story, "order-status says nothing");
    }

    @Test
    void findsAStatusOfNoOrder() {
        story.statuses.put(STRANGER, new Status("PLACED", List.of()));

        assertBroken(auditor, story, "was never placed");
    }

    @Test
    void findsAViewThatLacksAnOrder() {
        story.view.put(story.placed(), Statuses.NOT_FOUND);

        assertBroken(auditor, story, "the view answers 404");
    }
}
