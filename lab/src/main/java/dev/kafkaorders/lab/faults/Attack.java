package dev.kafkaorders.lab.faults;

import static java.util.Comparator.comparing;

import dev.kafkaorders.lab.stack.LabStack;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/// Strikes the faults of a schedule when they are due, heals each after its time, and keeps what
/// came of it.
public final class Attack implements AutoCloseable {
    private final Cluster cluster;
    private final Striker striker;
    private final Consumer<String> log;
    private final Clock clock = Clock.systemUTC();
    private final Instant begin = clock.instant();
    private final Set<String> afflicted = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedQueue<Landing> landings = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Fault> missed = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /// Begins at once.
    ///
    /// @param administrator properties of a client that may see the cluster
    /// @param log gets a line for each blow and each recovery, as they happen
    public Attack(
            LabStack stack,
            Map<String, String> administrator,
            Schedule schedule,
            Consumer<String> log) {
        cluster = new Cluster(administrator);
        striker = new Striker(stack, cluster);
        this.log = log;
        schedule.faults().forEach(fault -> threads.execute(() -> run(fault)));
    }

    /// Those that have been healed, too.
    public List<Landing> landings() {
        return landings.stream().sorted(comparing(Landing::struck)).toList();
    }

    /// Faults that were due and did not land.
    public List<Fault> missed() {
        return List.copyOf(missed);
    }

    /// Who is being hit or recovers right now.
    public Set<String> afflicted() {
        return Set.copyOf(afflicted);
    }

    /// Returns when all faults are over and healed.
    @Override
    public void close() {
        threads.close();
        cluster.close();
    }

    private void run(Fault fault) {
        try {
            Thread.sleep(Duration.between(clock.instant(), begin.plus(fault.at())));
            var victim = striker.victim(fault.target());
            if (victim.isEmpty()) {
                miss(fault, "nobody is, at the moment");
            } else if (afflicted.add(victim.get())) {
                strike(fault, victim.get());
            } else {
                miss(fault, victim.get() + " suffers from another one");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void strike(Fault fault, String victim) throws InterruptedException {
        var struck = clock.instant();
        try {
            switch (striker.strike(fault, victim)) {
                case Strike.Missed(var why) -> miss(fault, victim + ": " + why);
                case Strike.Landed landed -> heal(fault, victim, struck, landed);
            }
        } finally {
            afflicted.remove(victim);
        }
    }

    private void heal(Fault fault, String victim, Instant struck, Strike.Landed strike)
            throws InterruptedException {
        say("%s landed on %s: %s".formatted(fault, victim, strike.proof()));
        if (fault.blow() != Blow.RESTART) {
            Thread.sleep(fault.lasting());
        }
        strike.cure().run();
        var healed = clock.instant();
        var recovered = strike.convalescence().getAsBoolean();
        var landing =
                new Landing(
                        fault, victim, struck, strike.proof(), healed, clock.instant(), recovered);
        landings.add(landing);
        say(
                "%s %s, %.1f s after %s"
                        .formatted(
                                victim,
                                recovered ? "is back" : "IS NOT BACK",
                                landing.downFor().toMillis() / 1e3,
                                fault));
    }

    private void miss(Fault fault, String why) {
        missed.add(fault);
        say("%s missed: %s".formatted(fault, why));
    }

    private void say(String what) {
        var since = Duration.between(begin, clock.instant()).toMillis() / 1e3;
        log.accept(String.format(Locale.ROOT, "%7.1f s  %s", since, what));
    }
}
