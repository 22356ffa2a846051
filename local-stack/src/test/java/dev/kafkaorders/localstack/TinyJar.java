package dev.kafkaorders.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes.Name;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/// A jar that can be taken apart with the command line that Spring Boot's jars understand. Its only
/// class is this one.
final class TinyJar {
    private TinyJar() {}

    /// Leaves what it was told.
    public static void main(String[] arguments) throws IOException {
        var isExtraction =
                "tools".equals(System.getProperty("jarmode"))
                        && arguments.length == 3
                        && arguments[0].equals("extract")
                        && arguments[1].equals("--destination");
        if (!isExtraction) {
            throw new IllegalArgumentException(String.join(" ", arguments));
        }
        Files.writeString(Path.of(arguments[2]).resolve("tiny.jar"), "taken apart");
    }

    static void writeTo(Path file) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Name.MAIN_CLASS, TinyJar.class.getName());
        try (var jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
            var name = TinyJar.class.getName().replace('.', '/') + ".class";
            jar.putNextEntry(new JarEntry(name));
            try (var bytes = TinyJar.class.getClassLoader().getResourceAsStream(name)) {
                bytes.transferTo(jar);
            }
            jar.closeEntry();
        }
    }
}
