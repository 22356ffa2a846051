package dev.kafkaorders.replayer.deadletter.web;

import dev.kafkaorders.replayer.deadletter.Finding;
import dev.kafkaorders.replayer.deadletter.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page as the API shows it.
///
/// @param next to be given as `cursor` for the next page; null after the last. With it a page may
///   be empty: so many were looked at that it is the client's turn to go on
/// @param scanned how many dead letters were looked at
record PageView(List<Finding> deadLetters, @Nullable String next, int scanned) {

    static PageView of(Page page) {
        var next = page.next();
        return new PageView(page.letters(), next == null ? null : next.toString(), page.scanned());
    }
}
