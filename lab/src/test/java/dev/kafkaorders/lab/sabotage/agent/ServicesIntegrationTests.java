package dev.kafkaorders.lab.sabotage.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The services as they are built have the methods that are patched, and what comes of it is
/// bytecode that the JVM takes.
class ServicesIntegrationTests {

    private static final Path PROJECT = Path.of("").toAbsolutePath().getParent();

    @TempDir Path unpacked;

    @ParameterizedTest
    @CsvSource({
        "offsets-first, payment-consumer",
        "stops-ignored, payment-consumer",
        "inbox-skipped, payment-consumer",
        "records-apart, payment-consumer",
        "parking-ignored, payment-consumer",
        "answered-early, order-producer"
    })
    void patchesFit(String sabotage, String service) throws IOException {
        try (var classes = classesOf(service)) {
            for (var patch : Patches.of(sabotage)) {
                var file = patch.type().descriptorString().replaceAll("^L|;$", "") + ".class";
                var original = bytes(classes, file);

                var changed = patch.applyTo(original, classes);

                assertThat(changed).isNotEqualTo(original);
                assertThat(ClassFile.of().verify(changed))
                        .filteredOn(error -> !String.valueOf(error).contains("resolve"))
                        .isEmpty();
            }
        }
    }

    private static byte[] bytes(ClassLoader classes, String file) throws IOException {
        try (var stream = classes.getResourceAsStream(file)) {
            return stream.readAllBytes();
        }
    }

    /// The jar of Spring Boot, unpacked: classes and libraries.
    private URLClassLoader classesOf(String service) throws IOException {
        var urls = new ArrayList<URL>();
        try (var jar =
                FileSystems.newFileSystem(URI.create("jar:" + jar(service).toUri()), Map.of())) {
            copy(jar.getPath("/BOOT-INF"), unpacked);
        }
        urls.add(unpacked.resolve("classes").toUri().toURL());
        try (Stream<Path> libraries = Files.list(unpacked.resolve("lib"))) {
            for (var library : libraries.toList()) {
                urls.add(library.toUri().toURL());
            }
        }
        return new URLClassLoader(urls.toArray(URL[]::new), null);
    }

    private static Path jar(String service) throws IOException {
        try (Stream<Path> files = Files.list(PROJECT.resolve(service).resolve("target"))) {
            return files.filter(
                            file -> file.getFileName().toString().matches(service + "-.*\\.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(from)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        for (var file : files) {
            var target = to.resolve(from.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
    }
}
