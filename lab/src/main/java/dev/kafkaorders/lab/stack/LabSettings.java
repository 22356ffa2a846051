package dev.kafkaorders.lab.stack;

import dev.kafkaorders.localstack.ServiceJars;
import java.nio.file.Path;
import java.util.Map;

/// Where the lab's stack lives, and what is different about it.
///
/// @param project the root of the project, below which the built jars are
/// @param directory data, logs and process ids; to be empty
/// @param changed environment variables by service (`order-producer`), for all of its instances
public record LabSettings(Path project, Path directory, Map<String, Map<String, String>> changed) {
    public LabSettings {
        changed = Map.copyOf(changed);
    }

    Path jar(String service) {
        return new ServiceJars(project).of(service);
    }

    Map<String, String> changed(String service) {
        return changed.getOrDefault(service, Map.of());
    }
}
