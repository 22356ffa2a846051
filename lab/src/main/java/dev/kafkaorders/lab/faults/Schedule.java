package dev.kafkaorders.lab.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// Which faults come when: nothing but a function of the seed, the length of the run and what is
/// allowed, so the same three make the same run again. (What the suite is doing at that moment is
/// another matter, and different each time.)
///
/// @param faults by their time
public record Schedule(List<Fault> faults) {
    private static final Duration WARM_UP = Duration.ofSeconds(5);

    /// Left free of new faults at the end.
    private static final Duration CALM = Duration.ofSeconds(10);

    private static final int SHORTEST_INTERVAL_MILLIS = 6_000;
    private static final int LONGEST_INTERVAL_MILLIS = 14_000;

    /// With so many families or more there is always somebody who is up and can be hit.
    private static final int ENOUGH_FAMILIES = 3;

    private static final int SHORTEST_MILLIS = 1_000;

    /// Longer than a consumer's and a broker's session, and than a client's patience: some are
    /// taken for dead while they live.
    private static final int LONGEST_MILLIS = 8_000;

    private static final int SEVERAL_IN_TEN = 3;
    private static final int MOST_AT_ONCE = 3;

    public Schedule {
        faults = List.copyOf(faults);
    }

    public static Schedule of(long seed, Duration run, Set<Family> families) {
        var faults = new ArrayList<Fault>();
        if (families.isEmpty()) {
            return new Schedule(faults);
        }
        var random = new Random(seed);
        var deck = new Deck(families, random);
        var at = WARM_UP;
        while (at.compareTo(run.minus(CALM)) <= 0) {
            for (var blows = blowsAtOnce(random); blows > 0; blows--) {
                var card = deck.draw();
                var lasting = millis(random, SHORTEST_MILLIS, LONGEST_MILLIS);
                faults.add(new Fault(at, card.blow(), card.target(), lasting));
            }
            var interval = millis(random, SHORTEST_INTERVAL_MILLIS, LONGEST_INTERVAL_MILLIS);
            at = at.plus(interval.multipliedBy(breathing(families)));
        }
        return new Schedule(faults);
    }

    /// Where few can be hit, they get the time to come back before the next blow.
    private static int breathing(Set<Family> families) {
        return Math.max(1, Math.ceilDiv(ENOUGH_FAMILIES, families.size()));
    }

    private static int blowsAtOnce(Random random) {
        return random.nextInt(10) < SEVERAL_IN_TEN ? random.nextInt(2, MOST_AT_ONCE + 1) : 1;
    }

    private static Duration millis(Random random, int from, int to) {
        return Duration.ofMillis(random.nextInt(from, to + 1));
    }
}
