package dev.kafkaorders.lab.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTests {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final UUID ORDER = new UUID(0, 1);

    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("ledger.jsonl");
    }

    @Test
    void readsBackWhatWasSentAndAnswered() {
        var order = Request.first(1, "k-1", new Asked.Order(wish("c-1")), NOON);
        var batch = Request.first(2, "k-2", new Asked.Batch(List.of(wish("c-2"))), NOON);
        var cancellation = Request.first(3, "k-3", new Asked.Cancellation(ORDER), NOON);
        var accepted = new Answer.Accepted(List.of(ORDER), true);
        var refused = new Answer.Refused(422, "urn:problem:invalid");
        var unknown = new Answer.Unknown("connection reset");

        try (var ledger = Ledger.create(file)) {
            List.of(order, batch, cancellation).forEach(ledger::sent);
            ledger.answered(3, unknown, NOON.plusSeconds(3));
            ledger.answered(1, accepted, NOON.plusSeconds(1));
            ledger.answered(2, refused, NOON.plusSeconds(2));
        }

        assertThat(Dealings.read(file).exchanges())
                .containsExactly(
                        new Exchange(order, accepted, NOON.plusSeconds(1)),
                        new Exchange(batch, refused, NOON.plusSeconds(2)),
                        new Exchange(cancellation, unknown, NOON.plusSeconds(3)));
    }

    @Test
    void hasEachLineInTheFileAsSoonAsItIsWritten() {
        try (var ledger = Ledger.create(file)) {
            ledger.sent(place(1, "k-1"));

            assertThat(Dealings.read(file).exchanges())
                    .singleElement()
                    .satisfies(exchange -> assertThat(exchange.took()).isEmpty())
                    .extracting(Exchange::answer)
                    .isInstanceOf(Answer.Unknown.class);
        }
    }

    @Test
    void leavesOutALineThatAKilledClientDidNotFinish() throws IOException {
        try (var ledger = Ledger.create(file)) {
            ledger.sent(place(1, "k-1"));
        }
        Files.writeString(file, "{\"entry\":\"answ", StandardOpenOption.APPEND);

        assertThat(Dealings.read(file).exchanges()).hasSize(1);
    }

    @Test
    void countsARepeatAsSuch() {
        var request = place(1, "k-1");

        assertThat(request.kind()).isEqualTo(Request.Kind.PLACE);
        assertThat(request.again(2, NOON).kind()).isEqualTo(Request.Kind.REPEAT);
    }

    private static Request place(long number, String key) {
        return Request.first(number, key, new Asked.Order(wish("c-" + number)), NOON);
    }

    private static Wish wish(String customer) {
        return new Wish(customer, 950, "EUR", "pm_ok");
    }
}
