package dev.kafkaorders.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Prometheus' own tool on its own files. Who has none goes without, but not CI.
class PromtoolTests {

    @BeforeAll
    static void isThere() {
        var found =
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(folder -> Path.of(folder, "promtool").toFile().canExecute());
        assumeTrue(found || System.getenv("CI") != null, "promtool is not on the PATH");
    }

    @Test
    void readsTheScrapeConfigurations() throws Exception {
        // Without asking for the passwords' files, which each stack makes for itself.
        assertThat(promtool("check", "config", "--syntax-only", "prometheus.yml", "demo.yml"))
                .contains("prometheus.yml is valid", "demo.yml is valid");
    }

    @Test
    void findsEveryAlertFiringWhenItShouldAndSilentWhenNot() throws Exception {
        assertThat(promtool("test", "rules", "tests/kafka.yml", "tests/payments.yml"))
                .contains("SUCCESS")
                .doesNotContain("FAILED");
    }

    private static String promtool(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("promtool"));
        command.addAll(List.of(arguments));
        var process =
                new ProcessBuilder(command)
                        .directory(new File("prometheus"))
                        .redirectErrorStream(true)
                        .start();
        var output = process.inputReader().readAllAsString();
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
