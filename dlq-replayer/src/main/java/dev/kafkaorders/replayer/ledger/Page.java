package dev.kafkaorders.replayer.ledger;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.UUID;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/// A record of the ledger about many dead letters of a partition to which one replay has done the
/// same: a replay of thousands writes one small record for them instead of thousands.
///
/// No other page has its key, since a replay comes to each offset once. So compaction keeps it, and
/// of all records that tell of a dead letter the one with the highest revision counts.
///
/// @param offsets see [OffsetRuns]
record Page(String offsets, History history) {

    /// Some 100 KB, when no offset follows upon another.
    private static final int LONGEST = 5_000;

    private static final String SEPARATOR = "/";

    Page {
        requireNonNull(offsets, "a page without offsets");
        requireNonNull(history, "a page without a history");
    }

    /// As many as one page holds, in their order.
    static Stream<List<DeadLetterId>> portions(List<DeadLetterId> ids) {
        return ids.stream().gather(Gatherers.windowFixed(LONGEST));
    }

    static Page of(List<DeadLetterId> ids, History history) {
        return new Page(OffsetRuns.text(ids.stream().map(DeadLetterId::offset).toList()), history);
    }

    /// What distinguishes its key from that of a single dead letter.
    static String key(DeadLetterId first, UUID replay) {
        return first + SEPARATOR + replay;
    }

    static boolean hasKey(String key) {
        return key.contains(SEPARATOR);
    }

    /// The dead letters that it tells of.
    ///
    /// @param key as [#key] made it
    /// @throws IllegalArgumentException when one of the two isn't as it was written
    Stream<DeadLetterId> ids(String key) {
        var first = DeadLetterId.parse(key.substring(0, key.indexOf(SEPARATOR)));
        return OffsetRuns.offsets(offsets)
                .mapToObj(offset -> new DeadLetterId(first.partition(), offset));
    }
}
