package dev.kafkaorders.lab.audit;

import static dev.kafkaorders.lab.audit.Judgement.assertHolds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkaorders.lab.ledger.Answer;
import dev.kafkaorders.lab.ledger.Asked;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AuditorsTests {

    @Test
    void allHoldWhereAllWentWell() {
        var story = everythingThatCanHappen();

        Auditors.all().forEach(auditor -> assertHolds(auditor, story));
    }

    @Test
    void eachHasAPromiseOfItsOwn() {
        assertThat(Auditors.all()).extracting(Auditor::promise).doesNotHaveDuplicates();
    }

    @Test
    void tenPiecesOfEvidenceAreEnough() {
        var story = new Story();
        IntStream.range(0, 12).forEach(_ -> story.placed());
        story.committed.clear();

        assertThat(new AcknowledgedIsKept().audit(story.history()))
                .isInstanceOfSatisfying(
                        Verdict.Broken.class,
                        broken -> {
                            assertThat(broken.violations()).isEqualTo(12);
                            assertThat(broken.evidence()).hasSize(10);
                        });
    }

    private static Story everythingThatCanHappen() {
        var story = new Story();
        story.captured(story.placed());
        story.declined(story.placed(), "card_declined");
        story.batch(3).forEach(story::captured);

        var refunded = story.placed();
        story.captured(refunded);
        story.cancelled(refunded);
        story.refunded(refunded);

        var flaky = story.placed();
        story.failed(flaky, 1);
        story.failed(flaky, 2);
        story.captured(flaky);

        story.failed(story.placed(), 1);

        var waiting = story.placed();
        story.failed(waiting, 1);
        story.cancelled(waiting);
        story.parked(waiting);
        story.state(waiting, "RETRYING");

        story.dead(story.placed(), 1);
        var replayed = story.placed();
        story.replayed(story.dead(replayed, 1));
        story.captured(replayed);

        story.abortedPlacement(new UUID(9, 9));

        var refused = new Asked.Order(Story.wish("c-refused"));
        story.answered("k-refused", refused, new Answer.Refused(429, "overloaded"));
        return story;
    }
}
