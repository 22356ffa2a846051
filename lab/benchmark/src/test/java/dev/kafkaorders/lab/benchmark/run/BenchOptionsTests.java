package dev.kafkaorders.lab.benchmark.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kafkaorders.lab.benchmark.frame.Round;
import dev.kafkaorders.localstack.process.StartFailed;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchOptionsTests {
    @Test
    void measuresEverythingUnlessToldOtherwise() {
        var options = BenchOptions.parse(List.of());

        assertThat(options.names()).isEmpty();
        assertThat(options.rounds()).isEqualTo(new Rounds(1, 5));
        assertThat(options.round())
                .isEqualTo(new Round(Duration.ofSeconds(15), Duration.ofSeconds(15), 200_000));
        assertThat(options.publish()).isFalse();
    }

    @Test
    void takesNamesAndBounds() {
        var options =
                parse(
                        "micro accepting --rounds 3 --warm-up 2 --run-up 5 --seconds 4 --records 10"
                                + " --only HTTP --arms this");

        assertThat(options.names()).containsExactly("micro", "accepting");
        assertThat(options.command())
                .isEqualTo(
                        "./demo bench micro accepting --rounds 3 --warm-up 2 --run-up 5 --seconds 4"
                                + " --records 10 --only 'HTTP' --arms 'this'");
    }

    @Test
    void saysWhatItDoesNotUnderstand() {
        assertIsRefused("--sekonds 4", "Not understood: --sekonds");
        assertIsRefused("--seconds", "Not understood: --seconds");
        assertIsRefused("--seconds four", "--seconds is no number: four");
        assertIsRefused("--seconds 0", "PT0S");
        assertIsRefused("--run-up -1", "PT-1S");
        assertIsRefused("--rounds 0", "--rounds is 0, less than 1");
        assertIsRefused("--warm-up -1", "--warm-up is -1, less than 0");
    }

    @Test
    void namesTheBenchmarksThereAre() {
        assertThatExceptionOfType(StartFailed.class)
                .isThrownBy(() -> Benchmarks.named(List.of("micro", "macro")))
                .withMessageContainingAll("macro", "There are footprint");
    }

    private static void assertIsRefused(String arguments, String message) {
        assertThatExceptionOfType(StartFailed.class)
                .isThrownBy(() -> parse(arguments))
                .withMessageContainingAll(message, "./demo bench [NAME...]");
    }

    @Test
    void asksForTheCellsWithOneOfTheNames() {
        var options = BenchOptions.parse(List.of("--only", "core, 64|HTTP, 1 "));

        assertThat(options.asksFor("core, 64 callers")).isTrue();
        assertThat(options.asksFor("HTTP, 1 caller")).isTrue();
        assertThat(options.asksFor("HTTP, 16 callers")).isFalse();
        assertThat(BenchOptions.parse(List.of()).asksFor("HTTP, 16 callers")).isTrue();
    }

    private static BenchOptions parse(String arguments) {
        return BenchOptions.parse(List.of(arguments.split(" ")));
    }
}
