package dev.kafkaorders.replayer.ledger;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.stream.Stream;

/// All that was done about a dead letter, the oldest first: the value of a record in the ledger.
/// The topic keeps one record per dead letter, so that one tells it all.
///
/// @param revision how many entries there ever were
/// @param entries the latest of them; the oldest are forgotten when there are very many
public record History(int revision, List<Entry> entries) {

    private static final int LONGEST = 20;

    static final History EMPTY = new History(0, List.of());

    public History {
        entries = List.copyOf(entries);
    }

    History and(Entry entry) {
        var all = Stream.concat(entries.stream(), Stream.of(entry)).toList();
        return new History(
                revision + 1, all.subList(Math.max(0, all.size() - LONGEST), all.size()));
    }

    @JsonIgnore
    public State state() {
        return entries.isEmpty() ? State.OPEN : entries.getLast().state();
    }

    /// How often the event has been replayed, as far as this dead letter tells.
    public int replayCount() {
        return entries.stream()
                .map(Entry::replayCount)
                .mapToInt(count -> count == null ? 0 : count)
                .max()
                .orElse(0);
    }
}
