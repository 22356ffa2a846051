package dev.kafkaorders.localstack;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Files that hold secrets: nobody but their owner can read them, not even while they are written.
final class OwnerOnly {
    private static final FileAttribute<Set<PosixFilePermission>> PERMISSIONS =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private OwnerOnly() {}

    /// @throws FileAlreadyExistsException when it is there; then it is left as it is
    static void create(Path file, String content) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.createFile(file, PERMISSIONS);
        Files.writeString(file, content);
    }

    /// Takes the place of what was there.
    static Path write(Path file, String content) throws IOException {
        Files.deleteIfExists(file);
        create(file, content);
        return file;
    }
}
