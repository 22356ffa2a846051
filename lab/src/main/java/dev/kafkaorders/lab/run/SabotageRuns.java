package dev.kafkaorders.lab.run;

import dev.kafkaorders.lab.faults.Family;
import dev.kafkaorders.lab.report.Finding;
import dev.kafkaorders.lab.report.Run;
import dev.kafkaorders.lab.sabotage.Sabotage;
import dev.kafkaorders.localstack.console.Console;
import dev.kafkaorders.localstack.process.StartFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Breaks the suite on purpose, once in each way, and looks whether an auditor notices: auditors
/// who have never found anything prove nothing.
final class SabotageRuns {
    private static final long SEED = 7;
    private static final Duration TIME = Duration.ofMinutes(1);
    private static final int PER_SECOND = 40;

    private final Path project;
    private final Path directory;
    private final Console console;

    SabotageRuns(Path project, Path directory, Console console) {
        this.project = project;
        this.directory = directory.resolve("sabotage");
        this.console = console;
    }

    /// Whether each of them was caught.
    ///
    /// @param names of those to be tried; all when there are none
    boolean areCaught(List<String> names) {
        var tried = names.isEmpty() ? List.of(Sabotage.values()) : named(names);
        var lines = new ArrayList<String>();
        var caught = 0;
        for (var sabotage : tried) {
            var run = run(sabotage);
            caught += run.isCaught() ? 1 : 0;
            lines.add("   %-25s %s".formatted(sabotage.text(), outcome(run)));
        }
        console.heading("Sabotage: caught %d/%d".formatted(caught, tried.size()));
        lines.forEach(console::line);
        return caught == tried.size();
    }

    private Run run(Sabotage sabotage) {
        console.heading("Sabotage: " + sabotage.text());
        var options = new ChaosOptions(SEED, TIME, faults(sabotage), PER_SECOND);
        var changes = sabotage.changes(created(directory));
        return new ChaosRun(options, project, directory, changes, console).run();
    }

    private static Path created(Path directory) {
        try {
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<Family> faults(Sabotage sabotage) {
        return switch (sabotage) {
            // Without faults nothing is aborted, unless somebody ends another one's transactions.
            case TRANSACTIONAL_ID_SHARED -> Set.of();
            case OFFSETS_FIRST,
                    INBOX_SKIPPED,
                    READ_UNCOMMITTED,
                    RECORDS_APART,
                    PARKING_IGNORED,
                    ANSWERED_EARLY ->
                    EnumSet.of(Family.SERVICES, Family.BROKERS);
        };
    }

    private static String outcome(Run run) {
        return run.findings().stream()
                .filter(finding -> !finding.holds())
                .findFirst()
                .map(Finding::promise)
                .map(promise -> "caught: " + promise)
                .orElse("NOT CAUGHT");
    }

    private static List<Sabotage> named(List<String> names) {
        return names.stream().map(SabotageRuns::named).toList();
    }

    private static Sabotage named(String name) {
        return Arrays.stream(Sabotage.values())
                .filter(sabotage -> sabotage.text().equals(name))
                .findFirst()
                .orElseThrow(() -> new StartFailed("There is no sabotage called " + name));
    }
}
