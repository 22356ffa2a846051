package dev.kafkaorders.localstack;

import dev.kafkaorders.localstack.process.DirectoryTree;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A folder that is there only when it is whole: it is filled under another name. Whoever else did
/// it meanwhile wins.
final class WholeFolder {
    private WholeFolder() {}

    static void make(Path folder, Contents contents) throws IOException {
        var draft = Files.createTempDirectory(folder.getParent(), "unpacking");
        try {
            contents.writeTo(draft);
            Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException _) {
            // It is the same that somebody else made.
        } finally {
            DirectoryTree.delete(draft);
        }
    }

    interface Contents {
        void writeTo(Path folder) throws IOException;
    }
}
