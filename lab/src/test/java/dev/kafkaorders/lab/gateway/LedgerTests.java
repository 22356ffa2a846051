package dev.kafkaorders.lab.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Currency;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTests {
    @TempDir Path directory;

    private Path file;

    @BeforeEach
    void name() {
        file = directory.resolve("ledger.jsonl");
    }

    @Test
    void keepsTheFirstEntryOfAKey() {
        try (var ledger = Ledger.in(file)) {
            var first = ledger.enter("key", () -> entry("key", "ch_1"));

            assertThat(ledger.enter("key", () -> entry("key", "ch_2"))).isEqualTo(first);
            assertThat(ledger.lines()).hasSize(1);
        }
    }

    @Test
    void remembersAfterARestart() {
        try (var ledger = Ledger.in(file)) {
            ledger.enter("key", () -> entry("key", "ch_1"));
        }
        try (var ledger = Ledger.in(file)) {
            assertThat(ledger.find("key")).contains(entry("key", "ch_1"));
        }
    }

    @Test
    void dropsALineThatAKillCutShort() throws IOException {
        try (var ledger = Ledger.in(file)) {
            ledger.enter("whole", () -> entry("whole", "ch_1"));
        }
        Files.writeString(file, "{\"kind\":\"cha", StandardOpenOption.APPEND);
        try (var ledger = Ledger.in(file)) {
            ledger.enter("next", () -> entry("next", "ch_2"));
        }
        try (var ledger = Ledger.in(file)) {
            assertThat(ledger.find("whole")).isPresent();
            assertThat(ledger.find("next")).isPresent();
            assertThat(ledger.lines()).hasSize(2);
        }
    }

    private static Entry entry(String key, String reference) {
        return new Entry(
                Entry.Kind.charge,
                key,
                new UUID(0, 1),
                1_000,
                Currency.getInstance("EUR"),
                reference,
                Instant.EPOCH);
    }
}
