package dev.kafkaorders.lab.run;

import dev.kafkaorders.lab.sabotage.Sabotage;
import dev.kafkaorders.lab.trial.Trials;
import dev.kafkaorders.localstack.console.Console;
import dev.kafkaorders.localstack.process.StartFailed;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// The program behind `./demo chaos` and `./demo sabotage`.
public final class Chaos {
    private static final String PROJECT = "kafkaorders.project";
    private static final String SABOTAGE = "sabotage";
    private static final String DIRECTORY = "DEMO_DIRECTORY";

    private Chaos() {}

    /// Exits with 0 only when every promise was kept; of sabotage, when all of it was caught.
    public static void main(String[] arguments) {
        // The Kafka client's log goes nowhere: that it loses connections is the point.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        var console = Console.standard(System.getenv());
        System.exit(run(List.of(arguments), console));
    }

    private static int run(List<String> arguments, Console console) {
        try {
            var sabotage = arguments.getFirst().equals(SABOTAGE);
            var options = arguments.subList(1, arguments.size());
            return (sabotage ? isCaught(options, console) : holds(options, console)) ? 0 : 1;
        } catch (StartFailed e) {
            console.failure(e.explanation());
            return 1;
        }
    }

    private static boolean holds(List<String> options, Console console) {
        var chosen = ChaosOptions.parse(options);
        return new ChaosRun(chosen, project(), directory(), console).run().holds();
    }

    private static boolean isCaught(List<String> names, Console console) {
        var trials = new Trials(project(), directory().resolve(SABOTAGE), console);
        return trials.run(named(names));
    }

    /// All when none are named.
    private static List<Sabotage> named(List<String> names) {
        var all = List.of(Sabotage.values());
        var named = all.stream().filter(one -> names.contains(one.text())).toList();
        if (named.size() < names.size()) {
            throw new StartFailed(
                    "Not all of them are known: %s. There are %s."
                            .formatted(
                                    String.join(", ", names),
                                    all.stream()
                                            .map(Sabotage::text)
                                            .collect(Collectors.joining(", "))));
        }
        return names.isEmpty() ? all : named;
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
