package dev.kafkaorders.localstack.tour;

import static java.time.temporal.ChronoUnit.MILLIS;
import static java.util.Comparator.comparingLong;

import dev.kafkaorders.events.OrderCancelled;
import dev.kafkaorders.events.OrderPlaced;
import dev.kafkaorders.events.PaymentCaptured;
import dev.kafkaorders.events.PaymentDeclined;
import dev.kafkaorders.events.PaymentRefunded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Tells what happened to an order, each stop with the time since the first one. The times are
/// those that stand in the records, not those at which they were read.
final class Timeline {
    private final Consumer<String> tell;
    private final List<Line> lines = new ArrayList<>();
    private @Nullable Instant start;
    private @Nullable Instant due;

    /// @param tell gets the lines
    Timeline(Consumer<String> tell) {
        this.tell = tell;
    }

    /// @param stops the next, in order
    /// @throws BrokenPromise when it was tried before it was due
    void tell(List<LogEntry> stops) {
        stops.forEach(this::note);
        // A record in a retry topic tells of a failure some milliseconds before.
        lines.sort(comparingLong(Line::millis));
        lines.forEach(line -> tell.accept("%5d ms  %s".formatted(line.millis(), line.text())));
        lines.clear();
    }

    private void note(LogEntry stop) {
        if (PaymentTopics.RETRIES.contains(stop.topic())) {
            tellFailure(stop, new FailureNote(stop.headers()));
        } else {
            switch (stop.data()) {
                case OrderPlaced _ -> line(stop.written(), "placed");
                case OrderCancelled _ -> line(stop.written(), "cancelled");
                case PaymentCaptured _ -> tellOutcome(stop, "CAPTURED");
                case PaymentDeclined _ -> tellOutcome(stop, "DECLINED");
                case PaymentRefunded _ -> line(stop.written(), "REFUNDED");
            }
        }
    }

    private void tellFailure(LogEntry stop, FailureNote note) {
        if (note.attempts() == 1) {
            line(note.firstFailure(), "try 1 failed: " + note.message());
        } else {
            var late = lateness(stop.written());
            line(stop.written(), "try %d failed too%s".formatted(note.attempts(), late));
        }
        // Records have their times in whole milliseconds.
        var next = note.due().truncatedTo(MILLIS);
        due = next;
        line(stop.written(), "waits in %s, due at %d ms".formatted(stop.topic(), sinceStart(next)));
    }

    private void tellOutcome(LogEntry stop, String outcome) {
        line(stop.written(), outcome + lateness(stop.written()));
    }

    /// How long after the retry was due; nothing when there was none.
    private String lateness(Instant written) {
        if (due == null) {
            return "";
        }
        var late = MILLIS.between(due, written);
        if (late < 0) {
            throw new BrokenPromise("tried %d ms early".formatted(-late));
        }
        return ", %d ms after it was due".formatted(late);
    }

    private void line(Instant time, String text) {
        lines.add(new Line(sinceStart(time), text));
    }

    private long sinceStart(Instant time) {
        if (start == null) {
            start = time;
        }
        return MILLIS.between(start, time);
    }

    private record Line(long millis, String text) {}
}
