package dev.kafkaorders.localstack.console;

import java.time.Duration;
import java.util.Locale;

/// How far something is, and how many per second so far. In place on a terminal; elsewhere a line
/// per quarter.
public final class ProgressBar implements AutoCloseable {
    private static final int CELLS = 20;
    private static final int QUARTERS = 4;

    private final Console console;
    private final String label;
    private final long total;
    private final long started = System.nanoTime();
    private long doneBefore;
    private long done;

    ProgressBar(Console console, String label, long total) {
        if (total <= 0) {
            throw new IllegalArgumentException("Nothing to show progress of: " + total);
        }
        this.console = console;
        this.label = label;
        this.total = total;
    }

    /// What was done before there was a bar: it is shown, and doesn't count for the rate.
    public synchronized void startFrom(long count) {
        doneBefore = Math.min(count, total);
        done = doneBefore;
    }

    /// May be called as often as you like, from any thread; never goes back.
    public synchronized void reached(long count) {
        if (count <= done) {
            return;
        }
        var quartersBefore = QUARTERS * done / total;
        done = Math.min(count, total);
        if (console.isTerminal()) {
            console.status(text());
        } else if (QUARTERS * done / total > quartersBefore && done < total) {
            console.line(text());
        }
    }

    /// What was done per second until now.
    public synchronized double rate() {
        return (done - doneBefore) / Math.max(1e-3, elapsed().toNanos() / 1e9);
    }

    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    /// Leaves the last state on screen.
    @Override
    public synchronized void close() {
        console.line(text());
    }

    private String text() {
        var filled = Math.toIntExact(CELLS * done / total);
        return String.format(
                Locale.ROOT,
                "   %s [%s%s] %,d/%,d  %,.0f/s",
                label,
                "#".repeat(filled),
                ".".repeat(CELLS - filled),
                done,
                total,
                rate());
    }
}
