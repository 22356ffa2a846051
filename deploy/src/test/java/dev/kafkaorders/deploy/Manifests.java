package dev.kafkaorders.deploy;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The manifests of the base, as they stand in the files.
final class Manifests {

    private static final Path BASE = Path.of("base");
    private static final String KUSTOMIZATION = "kustomization.yaml";
    private static final YAMLMapper YAML = new YAMLMapper();

    private Manifests() {}

    static List<Manifest> all() {
        try (var files = Files.walk(BASE)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.endsWith(KUSTOMIZATION))
                    .sorted()
                    .flatMap(file -> read(file.toString(), content(file)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Manifest> ofKind(String kind) {
        return all().stream().filter(manifest -> manifest.kind().equals(kind));
    }

    /// By name.
    static Map<String, Manifest> named(String kind) {
        return ofKind(kind).collect(toMap(Manifest::name, manifest -> manifest));
    }

    static Manifest the(String kind, String name) {
        return ofKind(kind)
                .filter(manifest -> manifest.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no %s %s".formatted(kind, name)));
    }

    static Stream<Manifest> read(String source, String yaml) {
        return YAML.readerFor(JsonNode.class).<JsonNode>readValues(yaml).readAll().stream()
                .map(content -> new Manifest(source, content));
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
