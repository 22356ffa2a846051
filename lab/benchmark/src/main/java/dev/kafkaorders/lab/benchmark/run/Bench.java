package dev.kafkaorders.lab.benchmark.run;

import dev.kafkaorders.localstack.console.Console;
import dev.kafkaorders.localstack.process.StartFailed;
import java.nio.file.Path;
import java.util.List;

/// The program behind `./demo bench`.
public final class Bench {
    private static final String PROJECT = "kafkaorders.project";
    private static final String DIRECTORY = "DEMO_DIRECTORY";
    private static final String COMMAND = "bench";

    private Bench() {}

    /// Exits with 0 when everything was measured, goals missed or not: a figure is no failure.
    public static void main(String[] arguments) {
        var console = Console.standard(System.getenv());
        System.exit(run(List.of(arguments), console));
    }

    private static int run(List<String> arguments, Console console) {
        try {
            var options = BenchOptions.parse(withoutCommand(arguments));
            return new BenchRun(options, project(), directory(), console).run() ? 0 : 1;
        } catch (StartFailed e) {
            console.failure(e.explanation());
            return 1;
        }
    }

    private static List<String> withoutCommand(List<String> arguments) {
        return !arguments.isEmpty() && arguments.getFirst().equals(COMMAND)
                ? arguments.subList(1, arguments.size())
                : arguments;
    }

    /// Beside what `./demo` keeps, so that both can be up.
    private static Path directory() {
        var demo = System.getenv().getOrDefault(DIRECTORY, ".local-stack");
        return project().resolve(demo).resolve(COMMAND).normalize();
    }

    private static Path project() {
        return Path.of(System.getProperty(PROJECT, "")).toAbsolutePath();
    }
}
