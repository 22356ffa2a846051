package dev.kafkaorders.lab.run;

import dev.kafkaorders.localstack.console.Console;
import dev.kafkaorders.localstack.process.StartFailed;
import java.nio.file.Path;
import java.util.List;

/// The program behind `./demo chaos`.
public final class Chaos {
    private static final String PROJECT = "kafkaorders.project";
    private static final String DIRECTORY = "DEMO_DIRECTORY";

    private Chaos() {}

    /// Exits with 0 only when every promise was kept.
    public static void main(String[] arguments) {
        // The Kafka client's log goes nowhere: that it loses connections is the point.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        var console = Console.standard(System.getenv());
        System.exit(run(List.of(arguments), console));
    }

    private static int run(List<String> arguments, Console console) {
        try {
            var options = ChaosOptions.parse(arguments);
            return new ChaosRun(options, project(), directory(), console).run() ? 0 : 1;
        } catch (StartFailed e) {
            console.failure(e.explanation());
            return 1;
        }
    }

    /// Beside what `./demo` keeps, so that both can be up.
    private static Path directory() {
        var demo = System.getenv().getOrDefault(DIRECTORY, ".local-stack");
        return project().resolve(demo).resolve("lab").normalize();
    }

    private static Path project() {
        return Path.of(System.getProperty(PROJECT, "")).toAbsolutePath();
    }
}
