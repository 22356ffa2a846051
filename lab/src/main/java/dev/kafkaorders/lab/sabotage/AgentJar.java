package dev.kafkaorders.lab.sabotage;

import dev.kafkaorders.lab.sabotage.agent.SabotageAgent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/// A jar with the agent and nothing else. This module's own jar would bring its libraries along,
/// and the service would load those before its own.
final class AgentJar {
    private static final String PACKAGE = SabotageAgent.class.getPackageName().replace('.', '/');

    private AgentJar() {}

    /// Packs the agent's classes from where this class comes from, a folder or a jar.
    static Path in(Path directory) {
        var file = directory.resolve("sabotage.jar");
        try (var jar = new JarOutputStream(Files.newOutputStream(file), manifest())) {
            for (var source : classes()) {
                jar.putNextEntry(new JarEntry(PACKAGE + "/" + source.name()));
                jar.write(source.bytes());
                jar.closeEntry();
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Manifest manifest() {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes()
                .put(new Attributes.Name("Premain-Class"), SabotageAgent.class.getName());
        return manifest;
    }

    private static List<Source> classes() throws IOException {
        var origin =
                Path.of(
                        URI.create(
                                SabotageAgent.class
                                        .getProtectionDomain()
                                        .getCodeSource()
                                        .getLocation()
                                        .toString()));
        if (Files.isDirectory(origin)) {
            return classes(origin);
        }
        try (var jar = FileSystems.newFileSystem(origin, Map.of())) {
            return classes(jar.getPath("/"));
        }
    }

    private static List<Source> classes(Path root) throws IOException {
        try (Stream<Path> files = Files.list(root.resolve(PACKAGE))) {
            return files.map(Source::of).toList();
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Source(String name, byte[] bytes) {

        static Source of(Path file) {
            try {
                return new Source(file.getFileName().toString(), Files.readAllBytes(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
