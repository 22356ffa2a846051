package dev.kafkaorders.replayer.deadletter.web;

import dev.kafkaorders.replayer.ledger.DeadLetterId;
import dev.kafkaorders.replayer.web.InvalidParameterException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which dead letters are given up, and why.
record DiscardBody(@Nullable Set<DeadLetterId> ids, @Nullable String reason) {

    private static final int MOST = 1_000;
    private static final int LONGEST_REASON = 500;

    Set<DeadLetterId> validIds() {
        if (ids == null
                || ids.isEmpty()
                || ids.size() > MOST
                || ids.stream().anyMatch(Objects::isNull)) {
            throw new InvalidParameterException(
                    "$.ids", "must be 1 to " + MOST + " ids, none of them null");
        }
        return Set.copyOf(ids);
    }

    String validReason() {
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new InvalidParameterException(
                    "$.reason", "must say why, in " + LONGEST_REASON + " characters at most");
        }
        return reason.strip();
    }
}
