package dev.kafkaorders.lab.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/// What the gateway has moved, once per idempotency key: a line of JSON each, in a file.
///
/// A line is with the operating system before anybody is told of it, so it outlives a SIGKILL of
/// this process (not the loss of the machine: nothing is flushed to the disk). What a kill cut
/// short was never answered, and is removed at the next start.
final class Ledger implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final FileChannel file;
    private final Map<String, Entry> entries;

    private Ledger(FileChannel file, Map<String, Entry> entries) {
        this.file = file;
        this.entries = entries;
    }

    static Ledger in(Path path) {
        try {
            var file =
                    FileChannel.open(
                            path,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE);
            var bytes = Files.readAllBytes(path);
            var whole = lengthOfWholeLines(bytes);
            file.truncate(whole).position(whole);
            return new Ledger(file, read(new String(bytes, 0, whole, UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The entry of that key; when there is none, the one that is supplied, written down.
    synchronized Entry enter(String idempotencyKey, Supplier<Entry> entry) {
        var known = entries.get(idempotencyKey);
        if (known != null) {
            return known;
        }
        var made = entry.get();
        write(line(made));
        entries.put(idempotencyKey, made);
        return made;
    }

    synchronized Optional<Entry> find(String idempotencyKey) {
        return Optional.ofNullable(entries.get(idempotencyKey));
    }

    /// All of it that there is now, in the order of writing; each line is made when it is asked
    /// for.
    synchronized Stream<String> lines() {
        return List.copyOf(entries.values()).stream().map(Ledger::line);
    }

    private void write(String line) {
        try {
            var bytes = ByteBuffer.wrap(line.getBytes(UTF_8));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(Entry entry) {
        return JSON.writeValueAsString(entry) + "\n";
    }

    private static Map<String, Entry> read(String text) {
        var entries = new LinkedHashMap<String, Entry>();
        text.lines()
                .map(line -> JSON.readValue(line, Entry.class))
                .forEach(entry -> entries.put(entry.idempotencyKey(), entry));
        return entries;
    }

    private static int lengthOfWholeLines(byte[] bytes) {
        var length = bytes.length;
        while (length > 0 && bytes[length - 1] != '\n') {
            length--;
        }
        return length;
    }
}
