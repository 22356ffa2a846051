package dev.kafkaorders.lab.audit;

import static dev.kafkaorders.lab.audit.Judgement.assertBroken;
import static dev.kafkaorders.lab.audit.Judgement.assertHolds;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class NothingIsAbortedTests {

    private final Auditor auditor = new NothingIsAborted();
    private final Story story = new Story();

    @Test
    void holdsWhereAllWasCommitted() {
        story.captured(story.placed());

        assertHolds(auditor, story);
    }

    @Test
    void findsAnAbortedRecord() {
        story.abortedPlacement(new UUID(5, 1));

        assertBroken(auditor, story, "at orders-0@1 was aborted");
    }
}
