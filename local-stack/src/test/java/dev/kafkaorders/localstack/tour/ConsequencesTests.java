package dev.kafkaorders.localstack.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConsequencesTests {
    private final Consequences consequences = new Consequences(Set.of(Entries.ORDER));

    @Test
    void areNoneWhenAllArePaidAtTheFirstTry() {
        consequences.note(Entries.placed(0));
        assertThat(consequences.areNone()).isFalse();

        consequences.note(Entries.captured(20));
        consequences.note(Entries.captured(20));

        assertThat(consequences.areNone()).isTrue();
        assertThat(consequences).hasToString("1 of 1 paid, retry hops: 0, dead letters: 0");
    }

    @Test
    void areSomeWhenOneWasRetriedOrDied() {
        consequences.note(Entries.retry(1, 31, 20, 1020));
        consequences.note(Entries.deadLetter(40));
        consequences.note(Entries.captured(90));

        assertThat(consequences.areNone()).isFalse();
        assertThat(consequences).hasToString("1 of 1 paid, retry hops: 1, dead letters: 1");
    }

    @Test
    void lookAtTheirOwnOrdersOnly() {
        var others = new Consequences(Set.of(new UUID(0, 2)));

        others.note(Entries.deadLetter(40));
        others.note(Entries.captured(90));

        assertThat(others).hasToString("0 of 1 paid, retry hops: 0, dead letters: 0");
    }
}
