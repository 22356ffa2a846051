package dev.kafkaorders.lab.run;

import dev.kafkaorders.lab.report.Finding;
import dev.kafkaorders.lab.report.JsonLine;
import dev.kafkaorders.lab.report.Page;
import dev.kafkaorders.lab.report.Run;
import dev.kafkaorders.localstack.console.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Leaves what is known of a run in the lab's directory, where later runs let it be.
final class Reports {
    private final Path directory;
    private final Console console;

    Reports(Path directory, Console console) {
        this.directory = directory;
        this.console = console;
    }

    void write(Run run) {
        run.everything().forEach(this::show);
        var name = "chaos-" + run.seed();
        var page = write(name + ".html", Page.of(run));
        write(name + ".json", JsonLine.of(run) + "\n");
        console.line("");
        console.line("   Report: " + page);
    }

    private void show(Finding finding) {
        if (finding.holds()) {
            console.success("   kept    " + finding.promise());
        } else {
            console.failure("   BROKEN  " + finding.promise());
        }
        console.line("           " + finding.figure());
        finding.evidence().forEach(sentence -> console.line("           " + sentence));
    }

    private Path write(String name, String content) {
        try {
            return Files.writeString(directory.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
