package dev.kafkaorders.lab.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DealingsTests {

    private static final Answer ACCEPTED = new Answer.Accepted(List.of(new UUID(0, 1)), false);
    private static final Answer UNKNOWN = new Answer.Unknown("timeout");
    private static final Answer INVALID = new Answer.Refused(422, "urn:problem:invalid");
    private static final Answer IN_FLIGHT = new Answer.Refused(409, "urn:problem:in-flight");
    private static final Answer NOT_WRITTEN = new Answer.Refused(503, "urn:problem:not-written");

    @Test
    void anUnknownOutcomeIsResolvedByALaterAnswer() {
        assertThat(answered(UNKNOWN, ACCEPTED).unresolved()).isEmpty();
        assertThat(answered(UNKNOWN, INVALID).unresolved()).isEmpty();
    }

    @Test
    void aRefusalOfTheMomentSaysNothingOfAnEarlierRequest() {
        assertThat(answered(UNKNOWN).unresolved()).hasSize(1);
        assertThat(answered(UNKNOWN, NOT_WRITTEN).unresolved()).hasSize(1);
        assertThat(answered(UNKNOWN, IN_FLIGHT).unresolved()).hasSize(1);
    }

    @Test
    void whatWasRefusedEachTimeIsRefused() {
        assertThat(answered(NOT_WRITTEN, NOT_WRITTEN).matters())
                .allMatch(Matter::isRefused)
                .noneMatch(Matter::isUnresolved);
        assertThat(answered(UNKNOWN, NOT_WRITTEN).matters()).noneMatch(Matter::isRefused);
        assertThat(answered(IN_FLIGHT).matters()).noneMatch(Matter::isRefused);
    }

    private static Dealings answered(Answer... answers) {
        var asked = new Asked.Order(new Wish("c-1", 950, "EUR", "pm_ok"));
        return new Dealings(
                IntStream.range(0, answers.length)
                        .mapToObj(index ->
                                new Exchange(
                                        new Request(
                                                index + 1, "k-1", asked, index > 0, Instant.EPOCH),
                                        answers[index],
                                        Instant.EPOCH))
                        .toList());
    }
}
