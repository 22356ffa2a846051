package dev.kafkaorders.lab.benchmark.run;

import dev.kafkaorders.lab.benchmark.frame.Round;
import dev.kafkaorders.localstack.process.StartFailed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What was asked for on the command line.
///
/// @param names of benchmarks; none for all
/// @param rounds how many there are
/// @param only the cells whose name contains this are run, or one of these, with `|` between them
/// @param arms the same for their arms
/// @param publish whether the results are to be committed
record BenchOptions(
        List<String> names, Rounds rounds, Round round, String only, String arms, boolean publish) {
    private static final String USAGE =
            """
            ./demo bench [NAME...] [--rounds N] [--warm-up N] [--run-up S] [--seconds S] [--records N]
                         [--only CELL] [--arms ARM] [--publish]
            NAME is of %s; without one all are run.\
            """
                    .formatted(Benchmarks.names());
    private static final String ROUNDS = "--rounds";
    private static final String WARM_UP = "--warm-up";
    private static final String RUN_UP = "--run-up";
    private static final String SECONDS = "--seconds";
    private static final String RECORDS = "--records";
    private static final String ONLY = "--only";
    private static final String ARMS = "--arms";
    private static final String PUBLISH = "--publish";

    BenchOptions {
        names = List.copyOf(names);
    }

    /// @throws StartFailed when it makes no sense
    static BenchOptions parse(List<String> arguments) {
        var names = new ArrayList<String>();
        var values = new HashMap<>(defaults());
        var rest = arguments.iterator();
        while (rest.hasNext()) {
            var word = rest.next();
            if (word.equals(PUBLISH)) {
                values.put(PUBLISH, "true");
            } else if (!word.startsWith("-")) {
                names.add(word);
            } else if (values.containsKey(word) && rest.hasNext()) {
                values.put(word, rest.next());
            } else {
                throw new StartFailed("Not understood: %s\n%s".formatted(word, USAGE));
            }
        }
        return of(names, values);
    }

    /// The command that makes the same run again.
    String command() {
        var command = new StringBuilder("./demo bench");
        names.forEach(name -> command.append(' ').append(name));
        command.append(" --rounds ").append(rounds.counted());
        command.append(" --warm-up ").append(rounds.warmUp());
        command.append(" --run-up ").append(round.runUp().toSeconds());
        command.append(" --seconds ").append(round.time().toSeconds());
        command.append(" --records ").append(round.records());
        append(command, ONLY, only);
        append(command, ARMS, arms);
        return command.toString();
    }

    private static void append(StringBuilder command, String option, String value) {
        if (!value.isEmpty()) {
            command.append(' ').append(option).append(" '").append(value).append('\'');
        }
    }

    boolean asksFor(String cell) {
        return isOneOf(only, cell);
    }

    boolean asksForArm(String arm) {
        return isOneOf(arms, arm);
    }

    private static boolean isOneOf(String parts, String name) {
        return Stream.of(parts.split("\\|")).anyMatch(name::contains);
    }

    private static Map<String, String> defaults() {
        return Map.of(
                ROUNDS, "5", WARM_UP, "1", RUN_UP, "15", SECONDS, "15", RECORDS, "200000", ONLY, "",
                ARMS, "", PUBLISH, "false");
    }

    private static BenchOptions of(List<String> names, Map<String, String> values) {
        try {
            return new BenchOptions(
                    names,
                    new Rounds(
                            Math.toIntExact(number(values, WARM_UP)),
                            Math.toIntExact(number(values, ROUNDS))),
                    new Round(
                            Duration.ofSeconds(number(values, RUN_UP)),
                            Duration.ofSeconds(number(values, SECONDS)),
                            number(values, RECORDS)),
                    values.getOrDefault(ONLY, ""),
                    values.getOrDefault(ARMS, ""),
                    Boolean.parseBoolean(values.get(PUBLISH)));
        } catch (IllegalArgumentException e) {
            throw new StartFailed("%s\n%s".formatted(e.getMessage(), USAGE), e);
        }
    }

    private static long number(Map<String, String> values, String name) {
        var text = values.getOrDefault(name, "");
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("%s is no number: %s".formatted(name, text), e);
        }
    }
}
