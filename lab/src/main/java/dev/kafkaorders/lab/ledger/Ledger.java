package dev.kafkaorders.lab.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import tools.jackson.databind.json.JsonMapper;

/// Keeps what clients send and are told, a line of JSON each, in a file that only grows. Each line
/// is with the operating system before the method returns, so a client that is killed takes nothing
/// with it; a machine that loses power may. For any number of threads.
public final class Ledger implements AutoCloseable {

    private final JsonMapper json = new JsonMapper();
    private final Writer file;

    private Ledger(Writer file) {
        this.file = file;
    }

    /// Begins a ledger.
    ///
    /// @throws UncheckedIOException also when there is such a file
    public static Ledger create(Path file) {
        try {
            return new Ledger(Files.newBufferedWriter(file, StandardOpenOption.CREATE_NEW));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// To be called before the request leaves.
    public void sent(Request request) {
        write(new Entry.Sent(request));
    }

    /// Enters an answer.
    ///
    /// @param number of the request
    public void answered(long number, Answer answer, Instant at) {
        write(new Entry.Answered(number, answer, at));
    }

    private void write(Entry entry) {
        var line = json.writeValueAsString(entry) + "\n";
        synchronized (this) {
            try {
                file.write(line);
                file.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
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
}
