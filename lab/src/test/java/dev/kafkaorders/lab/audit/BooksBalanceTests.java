package dev.kafkaorders.lab.audit;

import static dev.kafkaorders.events.Topics.PAYMENTS;
import static dev.kafkaorders.lab.audit.Judgement.assertBroken;
import static dev.kafkaorders.lab.audit.Judgement.assertHolds;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BooksBalanceTests {

    private final Auditor auditor = new BooksBalance();
    private final Story story = new Story();

    @Test
    void holdsWhenEachOrderIsInOnePlace() {
        story.captured(story.placed());
        story.declined(story.placed(), "card_declined");
        story.failed(story.placed(), 1);
        story.dead(story.placed(), 1);

        assertHolds(auditor, story);
        assertThat(auditor.audit(story.history()).figure())
                .contains("4 accepted = 1 captured + 1 declined + 1 retrying + 1 dead-lettered");
    }

    @Test
    void findsAnOrderThatIsNowhere() {
        var order = story.placed();

        assertBroken(auditor, story, order + ": lost");
    }

    @Test
    void findsAnOutcomeThatWasNotTold() {
        var order = story.placed();
        story.captured(order);
        story.forget(PAYMENTS, order);

        assertBroken(auditor, story, order + ": lost");
    }

    @Test
    void findsAnOrderInTwoPlaces() {
        var order = story.placed();
        story.captured(order);
        story.dead(order, 1);

        assertBroken(auditor, story, order + ": the topics and the database disagree");
    }
}
