package dev.kafkaorders.lab.audit;

import static dev.kafkaorders.events.Topics.ORDERS;
import static dev.kafkaorders.lab.audit.Judgement.assertBroken;
import static dev.kafkaorders.lab.audit.Judgement.assertHolds;

import dev.kafkaorders.lab.ledger.Answer;
import dev.kafkaorders.lab.ledger.Asked;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AcceptedOnceTests {

    private static final UUID ONE = new UUID(5, 1);
    private static final UUID TWO = new UUID(5, 2);
    private static final Asked ASKED = new Asked.Order(Story.wish("c"));

    private final Auditor auditor = new AcceptedOnce();
    private final Story story = new Story();

    @Test
    void holdsWhenARepeatGetsTheFirstAnswer() {
        written(ONE);
        written(ONE);
        story.answered("k", ASKED, new Answer.Unknown("time-out"));
        story.answered("k", ASKED, new Answer.Accepted(List.of(ONE), true));
        story.answered("k", ASKED, new Answer.Accepted(List.of(ONE), true));

        assertHolds(auditor, story);
    }

    @Test
    void findsAKeyThatWasAnsweredDifferently() {
        written(ONE);
        story.answered("k", ASKED, new Answer.Accepted(List.of(ONE), false));
        story.answered("k", ASKED, new Answer.Accepted(List.of(TWO), false));

        assertBroken(auditor, story, "k was answered differently");
    }

    @Test
    void findsAKeyThatPlacedTwoOrders() {
        written(ONE);
        written(TWO);
        story.answered("k", ASKED, new Answer.Unknown("time-out"));

        assertBroken(auditor, story, "k asked for 1 and placed more");
    }

    @Test
    void findsARefusedRequestThatPlacedAnOrder() {
        written(ONE);
        story.answered("k", ASKED, new Answer.Refused(503, "not-written"));

        assertBroken(auditor, story, "k was refused, and placed");
    }

    private void written(UUID order) {
        story.write(ORDERS, Story.order(order, Story.wish("c")), Labels.NONE);
    }
}
