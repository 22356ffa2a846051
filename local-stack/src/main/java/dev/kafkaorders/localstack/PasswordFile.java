package dev.kafkaorders.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/// A password that is chosen at random when it is first asked for, and that only its owner can
/// read.
public record PasswordFile(Path path) {

    /// The password, chosen now if it never was.
    public String password() {
        try {
            create();
            return Files.readString(path).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void create() throws IOException {
        try {
            OwnerOnly.create(path, UUID.randomUUID().toString());
        } catch (FileAlreadyExistsException e) {
            // It was chosen before, and others know it.
        }
    }
}
