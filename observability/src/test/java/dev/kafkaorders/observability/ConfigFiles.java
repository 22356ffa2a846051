package dev.kafkaorders.observability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The files of this folder. YAML reads JSON too.
final class ConfigFiles {

    private static final YAMLMapper YAML = new YAMLMapper();

    private ConfigFiles() {}

    static JsonNode read(String path) {
        return YAML.readTree(Path.of(path));
    }

    /// All in that folder, in the order of their names.
    static List<JsonNode> readAll(String folder) {
        try (var files = Files.list(Path.of(folder))) {
            return files.sorted().map(YAML::readTree).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String path) {
        try {
            return Files.readString(Path.of(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
