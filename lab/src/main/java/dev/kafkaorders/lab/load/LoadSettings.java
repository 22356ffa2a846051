package dev.kafkaorders.lab.load;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/// How much is asked of the suite.
///
/// @param doors the order-producers
/// @param callers how many requests may be under way at once
/// @param perSecond how many requests are begun, repeats not counted, as long as there are callers
/// @param patience how long a caller waits for an answer before it goes to another door
/// @param tries how often a caller sends a request before it leaves it to the end of the run
/// @param largestBatch how many orders a batch has at most, at least two
public record LoadSettings(
        List<URI> doors,
        int callers,
        int perSecond,
        Duration patience,
        int tries,
        int largestBatch) {
    public static final int LARGEST_BATCH = 10;

    /// Enough for the usual pace while every other one waits out its patience.
    private static final int CALLERS = 64;

    public LoadSettings {
        doors = List.copyOf(doors);
        if (doors.isEmpty() || callers < 1 || perSecond < 1 || tries < 1 || largestBatch < 2) {
            throw new IllegalArgumentException("There is nothing to do");
        }
    }

    public static LoadSettings of(List<URI> doors, int perSecond, int largestBatch) {
        return new LoadSettings(doors, CALLERS, perSecond, Duration.ofSeconds(5), 3, largestBatch);
    }
}
