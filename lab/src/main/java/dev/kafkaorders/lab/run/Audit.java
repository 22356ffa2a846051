package dev.kafkaorders.lab.run;

import dev.kafkaorders.lab.ledger.Dealings;
import dev.kafkaorders.lab.report.Finding;
import dev.kafkaorders.localstack.console.Console;
import java.util.List;

/// Holds the suite to what it said, by what is in topics, tables and the gateway's ledger.
final class Audit {
    private final Console console;

    Audit(Console console) {
        this.console = console;
    }

    List<Finding> of(Dealings dealings) {
        console.heading("Audit");
        var unresolved = dealings.unresolved().size();
        return List.of(
                new Finding(
                        "every request is answered in the end",
                        unresolved == 0,
                        "%d of %d left open".formatted(unresolved, dealings.matters().size())));
    }
}
