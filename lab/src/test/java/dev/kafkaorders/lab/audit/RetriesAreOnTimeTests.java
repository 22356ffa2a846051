package dev.kafkaorders.lab.audit;

import static dev.kafkaorders.lab.audit.Judgement.assertBroken;
import static dev.kafkaorders.lab.audit.Judgement.assertHolds;

import dev.kafkaorders.events.EventType;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RetriesAreOnTimeTests {

    private final Auditor auditor = new RetriesAreOnTime();
    private final Story story = new Story();
    private UUID order;

    @BeforeEach
    void failOnce() {
        order = story.placed();
        story.failed(order, 1);
    }

    @Test
    void holdsForARetryThatIsLate() {
        story.pass(Duration.ofMinutes(5));
        story.failed(order, 2);
        story.captured(order);

        assertHolds(auditor, story);
    }

    @Test
    void findsAnEarlyOutcome() {
        story.settle(order, EventType.ORDER_PLACED);
        story.pass(Duration.ofMillis(-200));
        story.captured(order);
        story.settle(order, EventType.ORDER_PLACED);
        lateDecision();

        assertBroken(auditor, story, "ms early, says payments-0@1");
    }

    @Test
    void findsAnEarlyFailure() {
        story.pass(Duration.ofMillis(-200));
        story.dead(order, 2);
        lateDecision();

        assertBroken(auditor, story, "ms early, says payment-consumer.dlt-0@1");
    }

    @Test
    void findsAnEarlyDecisionOfWhichTheRecordCameLate() {
        story.pass(Duration.ofMillis(-200));
        story.settle(order, EventType.ORDER_PLACED);

        assertBroken(auditor, story, "ms early, says the database");
    }

    @Test
    void findsARetryThatDoesNotSayWhenItIsDue() {
        story.committed.clear();
        story.write(
                SuiteTopics.RETRIES.iterator().next(),
                Story.order(order, Story.wish("c-1")),
                Labels.NONE);

        assertBroken(auditor, story, "doesn't say when it is due");
    }

    private void lateDecision() {
        story.pass(Duration.ofMinutes(1));
        story.settle(order, EventType.ORDER_PLACED);
    }
}
