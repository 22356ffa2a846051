package dev.kafkaorders.lab.trial;

import dev.kafkaorders.lab.audit.Verdict;
import dev.kafkaorders.lab.sabotage.Sabotage;
import dev.kafkaorders.localstack.console.Console;
import dev.kafkaorders.localstack.process.DirectoryTree;
import java.nio.file.Path;
import java.util.List;

/// Tries sabotages and tells who caught them.
public final class Trials {
    private final Path project;
    private final Path directory;
    private final Console console;

    public Trials(Path project, Path directory, Console console) {
        this.project = project;
        this.directory = directory;
        this.console = console;
    }

    /// Each on a stack of its own, one after the other.
    ///
    /// @return whether all were caught
    public boolean run(List<Sabotage> sabotages) {
        var caught = 0;
        for (var sabotage : sabotages) {
            console.heading("Sabotage: " + sabotage.text());
            var home = directory.resolve(sabotage.text());
            DirectoryTree.delete(home);
            var trial = Trial.of(sabotage, project, home);
            tell(trial);
            caught += trial.isCaught() ? 1 : 0;
        }
        console.line("");
        console.line("   caught %d/%d".formatted(caught, sabotages.size()));
        return caught == sabotages.size();
    }

    private void tell(Trial trial) {
        if (!trial.isCaught()) {
            console.failure("   not caught by " + trial.sabotage().guard());
        }
        trial.broken()
                .forEach((auditor, verdict) -> {
                    if (verdict instanceof Verdict.Broken(_, var times, var evidence)) {
                        console.success(
                                "   %s: %s: broken %d times"
                                        .formatted(auditor.name(), auditor.promise(), times));
                        evidence.stream().limit(1).forEach(e -> console.line("      " + e));
                    }
                });
    }
}
