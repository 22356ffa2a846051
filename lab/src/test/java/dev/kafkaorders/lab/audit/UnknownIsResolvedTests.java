package dev.kafkaorders.lab.audit;

import static dev.kafkaorders.lab.audit.Judgement.assertBroken;
import static dev.kafkaorders.lab.audit.Judgement.assertHolds;

import dev.kafkaorders.lab.ledger.Answer;
import dev.kafkaorders.lab.ledger.Asked;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UnknownIsResolvedTests {

    private static final Asked ASKED = new Asked.Order(Story.wish("c"));

    private final Auditor auditor = new UnknownIsResolved();
    private final Story story = new Story();

    @Test
    void holdsWhenTheRepeatWasAnswered() {
        story.answered("k", ASKED, new Answer.Unknown("time-out"));
        story.answered("k", ASKED, new Answer.Accepted(List.of(new UUID(0, 1)), true));

        assertHolds(auditor, story);
    }

    @Test
    void findsWhatNobodyKnows() {
        story.answered("k", ASKED, new Answer.Unknown("time-out"));
        story.answered("k", ASKED, new Answer.Refused(503, "not-written"));

        assertBroken(auditor, story, "k is still unknown");
    }
}
