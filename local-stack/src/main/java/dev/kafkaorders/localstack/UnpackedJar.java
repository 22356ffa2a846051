package dev.kafkaorders.localstack;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kafkaorders.localstack.process.DirectoryTree;
import dev.kafkaorders.localstack.process.JavaCommand;
import dev.kafkaorders.localstack.process.Jvm;
import dev.kafkaorders.localstack.process.StartFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A service's executable jar, taken apart as its image has it. From ordinary jars the JVM loads
/// the classes itself; out of the nested ones a class loader of Spring Boot's does, slower, and LZ4
/// goes without its native library there.
final class UnpackedJar {
    private UnpackedJar() {}

    /// What is to be run instead of that jar: in a folder beside it, made when there is none or the
    /// jar is another one.
    ///
    /// @throws StartFailed when it can't be taken apart
    static synchronized Path of(Path jar) {
        var name = jar.getFileName().toString();
        var folder = jar.resolveSibling(name.substring(0, name.lastIndexOf('.')) + "-unpacked");
        try {
            var age = Files.getLastModifiedTime(jar);
            if (!Files.isDirectory(folder) || !Files.getLastModifiedTime(folder).equals(age)) {
                DirectoryTree.delete(folder);
                WholeFolder.make(
                        folder,
                        draft -> {
                            extract(jar, draft);
                            Files.setLastModifiedTime(draft, age);
                        });
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder.resolve(name);
    }

    private static void extract(Path jar, Path folder) throws IOException {
        var command =
                JavaCommand.of(
                        Jvm.QUICK_TO_START,
                        List.of(
                                "-Djarmode=tools",
                                "-jar",
                                jar.toString(),
                                "extract",
                                "--destination",
                                folder.toString()));
        var extraction = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(extraction.getInputStream().readAllBytes(), UTF_8).strip();
        try {
            if (extraction.waitFor() != 0) {
                throw new StartFailed("%s can't be taken apart: %s".formatted(jar, said));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailed("interrupted while " + jar + " was taken apart", e);
        }
    }
}
