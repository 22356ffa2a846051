package dev.kafkaorders.localstack.tour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkaorders.events.EventId;
import dev.kafkaorders.events.EventType;
import dev.kafkaorders.events.ReplayHeaders;
import dev.kafkaorders.localstack.books.Settled;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TopicBooksTests {
    private static final EventId PLACEMENT = EventId.of(Entries.ORDER, EventType.ORDER_PLACED);

    private final TopicBooks books = new TopicBooks();

    @Test
    void takesAnOrderForAcceptedOnlyWhereOrdersAreWritten() {
        books.note(Entries.retry(1, 31, 20, 1020));
        books.note(Entries.deadLetter(40));

        assertThat(books.told().placed()).isEmpty();
        assertThat(books.told().retried()).containsExactly(PLACEMENT);
        assertThat(books.told().dead()).containsExactly(PLACEMENT);

        books.note(Entries.placed(0));

        assertThat(books.told().placed()).containsExactly(Entries.ORDER);
        assertThat(books.told().replayed()).isEmpty();
    }

    @Test
    void notesWhatBecameOfTheMoney() {
        books.note(Entries.captured(20));

        assertThat(books.told().outcomes())
                .isEqualTo(Map.of(Entries.ORDER, Set.of(new Settled.Captured("ch_1"))));
    }

    @Test
    void takesADiscardForNoRetry() {
        books.note(Entries.discard(50));

        assertThat(books.told().discarded()).containsExactly(Entries.ORDER);
        assertThat(books.told().retried()).isEmpty();
    }

    @Test
    void notesThatADeadLetterWasReplayed() {
        books.note(Entries.placed(90, Map.of(ReplayHeaders.REPLAY_ID, "r-1")));

        assertThat(books.told().replayed()).containsExactly(PLACEMENT);
    }
}
