package dev.kafkaorders.lab.trial;

import dev.kafkaorders.lab.audit.Auditor;
import dev.kafkaorders.lab.audit.Auditors;
import dev.kafkaorders.lab.audit.Verdict;
import dev.kafkaorders.lab.sabotage.Sabotage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A suite is sabotaged, provoked and audited.
///
/// @param broken what the auditors say who noticed something
public record Trial(Sabotage sabotage, Map<Auditor, Verdict> broken) {

    /// What is late is not lost: longer than it takes a retry or two.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /// Whether the auditor noticed who is there for it.
    public boolean isCaught() {
        return broken.keySet().stream().anyMatch(one -> one.name().equals(sabotage.guard()));
    }

    /// A trial on a stack of its own, that is stopped at the end.
    ///
    /// @param project the root of the project, below which the built jars are
    /// @param directory to be empty
    public static Trial of(Sabotage sabotage, Path project, Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (var suite = Suite.start(project, directory, sabotage.changes(directory))) {
            new Provocation(suite).of(sabotage);
            var broken = suite.audit(auditors(sabotage), PATIENCE);
            broken.values().removeIf(Verdict.Holds.class::isInstance);
            return new Trial(sabotage, broken);
        }
    }

    private static List<Auditor> auditors(Sabotage sabotage) {
        return sabotage == Sabotage.TRANSACTIONAL_ID_SHARED ? Auditors.inPeace() : Auditors.all();
    }
}
