package dev.kafkaorders.replayer.ledger;

import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.LongStream;

/// Many offsets in few words: `17,20-23`.
final class OffsetRuns {

    private static final int LONGEST = 1_000_000;

    private OffsetRuns() {}

    static String text(List<Long> offsets) {
        var text = new StringJoiner(",");
        for (int first = 0, last; first < offsets.size(); first = last + 1) {
            last = first;
            while (last + 1 < offsets.size() && offsets.get(last + 1) == offsets.get(last) + 1) {
                last++;
            }
            var run = Long.toString(offsets.get(first));
            text.add(first == last ? run : run + "-" + offsets.get(last));
        }
        return text.toString();
    }

    /// Reads what [#text] wrote.
    ///
    /// @throws IllegalArgumentException when it is no such text
    static LongStream offsets(String text) {
        return Arrays.stream(text.split(",", -1)).flatMapToLong(OffsetRuns::run);
    }

    private static LongStream run(String text) {
        var ends = text.split("-", 2);
        var first = Long.parseLong(ends[0]);
        var last = Long.parseLong(ends[ends.length - 1]);
        if (last < first || last - first >= LONGEST) {
            throw new IllegalArgumentException("no run of offsets: " + text);
        }
        return LongStream.rangeClosed(first, last);
    }
}
