package dev.kafkaorders.lab.audit;

import static dev.kafkaorders.events.Topics.ORDERS;
import static dev.kafkaorders.lab.audit.Judgement.assertBroken;
import static dev.kafkaorders.lab.audit.Judgement.assertHolds;

import dev.kafkaorders.lab.ledger.Answer;
import dev.kafkaorders.lab.ledger.Asked;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BatchesAreWholeTests {

    private static final Asked BATCH =
            new Asked.Batch(List.of(Story.wish("c-a"), Story.wish("c-b")));

    private final Auditor auditor = new BatchesAreWhole();
    private final Story story = new Story();

    @Test
    void holdsForAWholeBatchAndForNone() {
        story.batch(3);
        story.answered("k", BATCH, new Answer.Unknown("time-out"));

        assertHolds(auditor, story);
    }

    @Test
    void findsATornBatchThatWasAcknowledged() {
        story.forget(ORDERS, story.batch(3).get(1));

        assertBroken(auditor, story, "2 of 3 orders are there");
    }

    @Test
    void findsATornBatchOfWhichNobodyWasTold() {
        story.answered("k", BATCH, new Answer.Unknown("time-out"));
        story.write(ORDERS, Story.order(new UUID(5, 1), Story.wish("c-b")), Labels.NONE);

        assertBroken(auditor, story, "the batch k is torn: 1 of 2");
    }

    @Test
    void findsATornBatchOfASingleCustomer() {
        var wishes = List.of(Story.wish("c"), Story.wish("c"));
        story.answered("k", new Asked.Batch(wishes), new Answer.Unknown("time-out"));
        story.write(ORDERS, Story.order(new UUID(5, 1), wishes.getFirst()), Labels.NONE);

        assertBroken(auditor, story, "the batch k is torn: 1 of 2");
    }
}
