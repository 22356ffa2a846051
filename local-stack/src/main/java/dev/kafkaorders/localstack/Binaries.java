package dev.kafkaorders.localstack;

import dev.kafkaorders.localstack.process.StartFailed;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds what the module `local-stack/binaries` fetched.
final class Binaries {
    private static final Path FETCHED = Path.of("local-stack", "binaries", "target");

    private Binaries() {}

    /// The folder that the property names, or `local-stack/binaries/target/NAME` beside or above
    /// the working directory or this class's own jar.
    ///
    /// @throws StartFailed when there is none; the message says how to make it
    static Path locate(String name, String property) {
        return Optional.ofNullable(System.getProperty(property))
                .map(Path::of)
                .or(() -> search(name))
                .filter(Files::isDirectory)
                .orElseThrow(() -> new StartFailed(missing(name, property)));
    }

    private static Optional<Path> search(String name) {
        return Stream.of(Path.of("").toAbsolutePath(), ownLocation())
                .flatMap(Binaries::andAbove)
                .map(folder -> folder.resolve(FETCHED).resolve(name))
                .filter(Files::isDirectory)
                .findFirst();
    }

    private static Stream<Path> andAbove(Path path) {
        return Stream.iterate(path, Objects::nonNull, Path::getParent);
    }

    private static Path ownLocation() {
        try {
            return Path.of(
                    Binaries.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String missing(String name, String property) {
        return "There is no %s here. `mvn -pl local-stack/binaries process-resources` in the project fetches it; -D%s=FOLDER names another place."
                .formatted(FETCHED.resolve(name), property);
    }
}
