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

    /// What the log holds longer than it counts is learnt all the same where there is room: it says
    /// who lost against it, and whoever has read it before knows that. But it takes nobody's place.
    synchronized void learn(UUID key, Entry entry, Instant now) {
        var known = entries.get(key);
        if (known == null || known.isOlderThan(settings.retention(), entry.acceptedAt())) {
            entries.remove(key);
            if (entries.size() < settings.maxKeys() || !isExpired(entry, now)) {
                entries.put(key, entry);
                forgetBeyondLimit(now);
            }
        } else if (known.state() != Entry.State.ACCEPTED
                && entry.state() == Entry.State.ACCEPTED
                && known.isSameRequest(entry)) {
            // Not once more for what is read back from the log: the one before is old by then, and
            // would be garbage that only a collection of the whole heap takes away.
            entries.put(key, entry);
        }
    }

    synchronized Optional<Entry> recall(UUID key, Instant now) {
        return Optional.ofNullable(entries.get(key))
                .filter(entry -> !entry.isOlderThan(settings.retention(), now));
    }

    synchronized void forgetExpired(Instant now) {
        Iterator<Entry> oldestFirst = entries.values().iterator();
        while (oldestFirst.hasNext() && isExpired(oldestFirst.next(), now)) {
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

    private void forgetBeyondLimit(Instant now) {
        if (entries.size() > settings.maxKeys()) {
            var oldest = entries.values().iterator();
            if (!isExpired(oldest.next(), now)) {
                forgottenEarly++;
            }
            oldest.remove();
        }
    }

    private boolean isExpired(Entry entry, Instant now) {
        return entry.isOlderThan(settings.retention().plus(CLOCK_TOLERANCE), now);
    }
}
