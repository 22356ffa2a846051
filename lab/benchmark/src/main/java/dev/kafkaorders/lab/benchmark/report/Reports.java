package dev.kafkaorders.lab.benchmark.report;

import dev.kafkaorders.lab.benchmark.result.BenchmarkResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// A folder with a page, a picture and JSON for each benchmark, whichever run they are of, and a
/// page that leads to them.
public final class Reports {
    private static final String INDEX = "README.md";

    private final Path directory;

    public Reports(Path directory) {
        this.directory = directory;
    }

    /// In place of what an earlier run left of the same benchmark.
    public void write(BenchmarkResult result, Conditions conditions) {
        try {
            Files.createDirectories(directory);
            write(result.name() + ".svg", Picture.of(result));
            write(result.name() + ".json", Json.of(result, conditions));
            write(result.name() + ".md", Page.of(result, conditions));
            write(INDEX, index(conditions));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String index(Conditions conditions) throws IOException {
        return """
        # Benchmarks

        %s
        The last of them was measured on

        %s\
        """
                .formatted(
                        benchmarks().stream()
                                .map(name -> "- [%s](%s.md)%n".formatted(name, name))
                                .collect(Collectors.joining()),
                        Page.of(conditions).markdown());
    }

    private List<String> benchmarks() throws IOException {
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".md") && !name.equals(INDEX))
                    .map(name -> name.substring(0, name.length() - ".md".length()))
                    .sorted()
                    .toList();
        }
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(directory.resolve(name), content);
    }
}
