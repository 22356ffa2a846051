package dev.kafkaorders.localstack.demo;

import dev.kafkaorders.localstack.PasswordFile;
import dev.kafkaorders.localstack.process.StartFailed;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/// What the environment says about where the demo lives.
record DemoSettings(Path project, Path directory, Map<PortVariable, Integer> ports) {
    static final String DIRECTORY = "DEMO_DIRECTORY";
    static final String DEFAULT_DIRECTORY = ".local-stack";

    DemoSettings {
        ports = Map.copyOf(ports);
    }

    /// @param project the root of the project, below which the built jars are
    /// @throws StartFailed when a variable has a value that makes no sense
    static DemoSettings from(Map<String, String> environment, Path project) {
        var ports = new EnumMap<PortVariable, Integer>(PortVariable.class);
        for (var variable : PortVariable.values()) {
            ports.put(variable, variable.in(environment));
        }
        var directory = environment.getOrDefault(DIRECTORY, DEFAULT_DIRECTORY);
        return new DemoSettings(project, project.resolve(directory).normalize(), ports);
    }

    /// The first port of what the variable stands for.
    int port(PortVariable variable) {
        return Objects.requireNonNull(ports.get(variable));
    }

    /// What that user of dlq-replayer logs in with: chosen at random, and kept for as long as the
    /// directory is.
    String replayerPassword(String user) {
        return new PasswordFile(directory.resolve("dlq-replayer." + user + ".password")).password();
    }

    List<Integer> portsOf(PortVariable variable) {
        var first = port(variable);
        return IntStream.range(first, first + variable.count()).boxed().toList();
    }
}
