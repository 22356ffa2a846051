package dev.kafkaorders.localstack;

import dev.kafkaorders.localstack.process.StartFailed;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// PostgreSQL's own programs, unpacked beside the jar they come in. Unpacked once, by whoever comes
/// first.
record PostgresDistribution(Path home) {
    private static final String PROPERTY = "kafkaorders.postgres.lib";
    private static final String ARCHIVE = ".txz";
    private static final int EXECUTABLE = 0100;

    /// @throws StartFailed when there is no PostgreSQL for this machine
    static PostgresDistribution locate() {
        var jar = jar(Binaries.locate("postgres", PROPERTY));
        var name = jar.getFileName().toString();
        var home = jar.resolveSibling(name.substring(0, name.length() - ".jar".length()));
        if (!Files.isDirectory(home)) {
            unpack(jar, home);
        }
        return new PostgresDistribution(home);
    }

    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    private static Path jar(Path folder) {
        try (var files = Files.list(folder)) {
            var jars = files.filter(file -> file.toString().endsWith(".jar")).toList();
            if (jars.size() != 1) {
                throw new StartFailed(
                        "Expected one jar with PostgreSQL for %s on %s in %s, found %s. `mvn clean` removes what is old."
                                .formatted(
                                        System.getProperty("os.name"),
                                        System.getProperty("os.arch"),
                                        folder,
                                        jars));
            }
            return jars.getFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void unpack(Path jar, Path home) {
        try (var zip = new ZipFile(jar.toFile())) {
            var archive =
                    zip.stream()
                            .filter(entry -> entry.getName().endsWith(ARCHIVE))
                            .findFirst()
                            .orElseThrow(() -> new StartFailed("No " + ARCHIVE + " in " + jar));
            WholeFolder.make(home, draft -> unpack(zip.getInputStream(archive), draft));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void unpack(InputStream archive, Path folder) throws IOException {
        try (var files = tar(archive)) {
            for (var file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
                unpack(file, files, folder);
            }
        }
    }

    private static TarArchiveInputStream tar(InputStream compressed) throws IOException {
        return new TarArchiveInputStream(
                new XZCompressorInputStream(new BufferedInputStream(compressed)));
    }

    private static void unpack(TarArchiveEntry entry, TarArchiveInputStream files, Path folder)
            throws IOException {
        var target = folder.resolve(entry.getName()).normalize();
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(files, target);
        if ((entry.getMode() & EXECUTABLE) != 0) {
            target.toFile().setExecutable(true, false);
        }
    }
}
