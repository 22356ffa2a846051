package dev.kafkaorders.orders.idempotency;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// Decides whether a request with an `Idempotency-Key` is carried out, so that of all requests with
/// one key only one ever is, on whichever instance.
///
/// A key that the memory doesn't know is claimed first: the claim is written, and what the log says
/// up to there is waited for. The first claim wins. A winner that dies is no harm: whoever repeats
/// the same request carries on with the winner's time, and so writes the same events.
///
/// A key that the client left to us needs no claim, since nobody else knows it yet.
public final class Idempotency {

    private static final Duration SOON = Duration.ofSeconds(1);

    private final IdempotencySettings settings;
    private final String instance;
    private final Memory memory;
    private final MemoryReader reader;
    private final ClaimWriter claims;
    private final IdempotencyMetrics metrics;
    private final Clock clock;
    private final IdempotencyLog idempotencyLog = new IdempotencyLog();
    private final Set<UUID> inFlight = ConcurrentHashMap.newKeySet();

    Idempotency(
            IdempotencySettings settings,
            String instance,
            Memory memory,
            MemoryReader reader,
            ClaimWriter claims,
            IdempotencyMetrics metrics,
            Clock clock) {
        this.settings = settings;
        this.instance = instance;
        this.memory = memory;
        this.reader = reader;
        this.claims = claims;
        this.metrics = metrics;
        this.clock = clock;
    }

    public Admission admit(IdempotencyKey key, Fingerprint fingerprint)
            throws InterruptedException {
        var admission = decide(key, fingerprint);
        metrics.decided(admission);
        return admission;
    }

    private Admission decide(IdempotencyKey key, Fingerprint fingerprint)
            throws InterruptedException {
        if (!inFlight.add(key.id())) {
            // Even if it is another request: the one in flight has not won the key yet.
            return new Admission.InFlight(SOON);
        }
        Admission admission = new Admission.Undecided("interrupted");
        try {
            admission = askLog(key, fingerprint);
            return admission;
        } finally {
            if (!(admission instanceof Admission.Admitted)) {
                inFlight.remove(key.id());
            }
        }
    }

    private Admission askLog(IdempotencyKey key, Fingerprint fingerprint)
            throws InterruptedException {
        if (reader.partitions() == 0) {
            return new Admission.Undecided("the idempotency memory has not started reading");
        }
        var fresh = new Entry(Entry.State.CLAIMED, fingerprint, now(), instance, true);
        if (key.generated()) {
            return admitted(key.id(), fresh);
        }
        var known = memory.recall(key.id(), now());
        if (known.isEmpty()) {
            if (!claims.writeAndReadBack(key.id(), fresh)) {
                return new Admission.Undecided("the claim was not read back in time");
            }
            known = memory.recall(key.id(), now());
        }
        return known.map(winner -> judge(key.id(), winner, fingerprint))
                .orElseGet(() -> new Admission.Undecided("the claim expired at once"));
    }

    private Admission judge(UUID id, Entry winner, Fingerprint fingerprint) {
        if (!winner.fingerprint().equals(fingerprint)) {
            return new Admission.KeyReused();
        }
        if (winner.state() == Entry.State.ACCEPTED) {
            return new Admission.Accepted(winner.acceptedAt(), winner.orderedIds());
        }
        var abandoned =
                winner.instance().equals(instance)
                        || winner.isOlderThan(settings.claimLease(), now());
        return abandoned ? admitted(id, winner) : new Admission.InFlight(SOON);
    }

    private Admission.Admitted admitted(UUID id, Entry claim) {
        var accepted =
                new Entry(
                        Entry.State.ACCEPTED,
                        claim.fingerprint(),
                        claim.acceptedAt(),
                        instance,
                        claim.orderedIds());
        return new Admission.Admitted(
                claim.acceptedAt(),
                claim.orderedIds(),
                idempotencyLog.acceptance(id, accepted, reader.partitions()),
                () -> memory.learn(id, accepted, now()),
                () -> inFlight.remove(id));
    }

    /// As exact as JSON keeps it for sure.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
