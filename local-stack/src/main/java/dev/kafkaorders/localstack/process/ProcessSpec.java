package dev.kafkaorders.localstack.process;

import java.util.List;
import java.util.Map;

/// A process to be started. It sees the given environment and nothing else of ours but `PATH`,
/// `HOME` and `TMPDIR`, so that a setting in somebody's shell does not change what runs.
public record ProcessSpec(
        String name, ProcessKind kind, List<String> command, Map<String, String> environment) {
    public ProcessSpec {
        if (!name.matches("[a-z0-9-]+")) {
            throw new IllegalArgumentException("Not a process name: " + name);
        }
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
