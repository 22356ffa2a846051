package dev.kafkaorders.lab.audit;

import static dev.kafkaorders.events.Topics.ORDERS;
import static dev.kafkaorders.lab.audit.Judgement.assertBroken;
import static dev.kafkaorders.lab.audit.Judgement.assertHolds;

import dev.kafkaorders.events.Event;
import dev.kafkaorders.events.EventId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReplaysHappenOnceTests {

    private final Auditor auditor = new ReplaysHappenOnce();
    private final Story story = new Story();

    @Test
    void holdsWhenTheLedgerAndTheTopicAgree() {
        story.replayed(story.dead(story.placed(), 1));

        assertHolds(auditor, story);
    }

    @Test
    void holdsForACorrectedCopy() {
        var letter = story.dead(story.placed(), 1);
        var corrected = new EventId(new UUID(7, 7));
        var correction = new UUID(8, 8);
        story.replays.add(new Replayed(letter.place(), correction, 1, corrected));
        story.committed.add(
                new Written(
                        new Place(ORDERS, 0, 100),
                        Instant.EPOCH,
                        new Event<>(corrected, "/tests", Instant.EPOCH, letter.data()),
                        new Labels(0, null, null, correction, 1, letter.id(), false)));

        assertHolds(auditor, story);
    }

    @Test
    void findsALetterThatCameBackTwice() {
        story.replayed(story.dead(story.placed(), 1));
        var again = story.committed.getLast();
        story.write(ORDERS, again.data(), again.labels());

        assertBroken(auditor, story, "came back 2 times");
    }

    @Test
    void findsALetterThatDidNotComeBack() {
        story.replayed(story.dead(story.placed(), 1));
        story.committed.removeLast();

        assertBroken(auditor, story, "came back 0 times");
    }

    @Test
    void findsOneThatIsNotInTheLedger() {
        story.replayed(story.dead(story.placed(), 1));
        story.replays.clear();

        assertBroken(auditor, story, "is not in the ledger");
    }

    @Test
    void findsAReplayOfNothing() {
        story.replays.add(
                new Replayed(new Place(SuiteTopics.DEAD_LETTERS, 0, 9), new UUID(2, 1), 1, null));

        assertBroken(auditor, story, "no dead letter lies there");
    }
}
