package dev.kafkaorders.orders.idempotency;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The keys that the log tells of. The first claim of a key in the log wins, for every instance,
/// until it expires.
///
/// Whether one expired when another came is told by the times in the entries and not by this
/// machine's clock, so that every instance that reads the log comes to the same result.
final class Memory {

    /// Kept for longer than they count, so that instances whose clocks differ still agree.
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(1);

    private final IdempotencySettings settings;

    /// In the order in which they expire, but for the order of partitions.
    private final Map<UUID, Entry> entries = new LinkedHashMap<>();

    private long forgottenEarly;

    Memory(IdempotencySettings settings) {
        this.settings = settings;
    }

    synchronized void learn(UUID key, Entry entry) {
        var known = entries.get(key);
        if (known == null || known.isOlderThan(settings.retention(), entry.acceptedAt())) {
            entries.remove(key);
            entries.put(key, entry);
            forgetBeyondLimit();
        } else if (entry.state() == Entry.State.ACCEPTED && known.isSameRequest(entry)) {
            entries.put(key, entry);
        }
    }

    synchronized Optional<Entry> recall(UUID key, Instant now) {
        return Optional.ofNullable(entries.get(key))
                .filter(entry -> !entry.isOlderThan(settings.retention(), now));
    }

    synchronized void forgetExpired(Instant now) {
        var kept = settings.retention().plus(CLOCK_TOLERANCE);
        Iterator<Entry> oldestFirst = entries.values().iterator();
        while (oldestFirst.hasNext() && oldestFirst.next().isOlderThan(kept, now)) {
            oldestFirst.remove();
        }
    }

    synchronized int size() {
        return entries.size();
    }

    /// How many were forgotten before they expired: as many promises that can't be kept.
    synchronized long forgottenEarly() {
        return forgottenEarly;
    }

    private void forgetBeyondLimit() {
        if (entries.size() > settings.maxKeys()) {
            var oldest = entries.keySet().iterator();
            oldest.next();
            oldest.remove();
            forgottenEarly++;
        }
    }
}
