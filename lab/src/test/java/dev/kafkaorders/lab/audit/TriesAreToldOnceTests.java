package dev.kafkaorders.lab.audit;

import static dev.kafkaorders.lab.audit.Judgement.assertBroken;
import static dev.kafkaorders.lab.audit.Judgement.assertHolds;

import org.junit.jupiter.api.Test;

class TriesAreToldOnceTests {

    private final Auditor auditor = new TriesAreToldOnce();
    private final Story story = new Story();

    @Test
    void holdsForOneRecordPerTry() {
        var order = story.placed();
        story.failed(order, 1);
        story.failed(order, 2);
        story.dead(order, 3);

        assertHolds(auditor, story);
    }

    @Test
    void findsAnEventThatIsOnTwoWays() {
        var order = story.placed();
        story.failed(order, 1);
        story.failed(order, 1);

        assertBroken(auditor, story, "try 1 of event");
    }

    @Test
    void findsATryThatIsRetriedAndDead() {
        var order = story.placed();
        story.failed(order, 1);
        story.dead(order, 1);

        assertBroken(auditor, story, "payment-consumer.dlt-0@1");
    }
}
