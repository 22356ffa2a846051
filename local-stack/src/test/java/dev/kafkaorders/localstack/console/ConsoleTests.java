package dev.kafkaorders.localstack.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ConsoleTests {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    @Test
    void printsPlainLinesWhereNobodyWatches() {
        var console = new Console(out, false, false);

        console.heading("Orders");
        console.status("working");
        console.success("done");

        assertThat(text()).isEqualToNormalizingNewlines("\n== Orders\ndone\n");
    }

    @Test
    void overwritesTheStatusOnATerminal() {
        var console = new Console(out, true, false);

        console.status("working");
        console.line("done");

        assertThat(text()).isEqualToNormalizingNewlines("\r\033[Kworking\r\033[Kdone\n");
    }

    @Test
    void coloursOnlyWhereColoursAreWelcome() {
        new Console(out, true, true).failure("lost");

        assertThat(text()).contains("\033[31mlost\033[0m");
    }

    @Test
    void printsAQuarterOfTheProgressAtATimeWhereNothingCanBeOverwritten() {
        try (var bar = new Console(out, false, false).progress("orders", 100)) {
            for (var count = 1; count <= 100; count++) {
                bar.reached(count);
            }
        }

        assertThat(text().lines())
                .hasSize(4)
                .anySatisfy(line -> assertThat(line).contains("[##########..........] 50/100"))
                .last()
                .asString()
                .contains("[####################] 100/100");
    }

    @Test
    void countsOnlyWhatItSawForTheRate() {
        try (var bar = new Console(out, false, false).progress("orders", 100)) {
            bar.startFrom(50);

            assertThat(bar.rate()).isZero();
        }

        assertThat(text()).contains("50/100  0/s");
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
