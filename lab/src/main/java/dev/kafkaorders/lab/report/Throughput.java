package dev.kafkaorders.lab.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/// How much happened in each second of a run.
record Throughput(Instant began, List<Integer> perSecond) {
    private static final double ALL_RIGHT = 0.5;

    static Throughput of(List<Instant> happened, Instant began, Duration time) {
        var perSecond = new int[Math.toIntExact(time.toSeconds()) + 1];
        for (var instant : happened) {
            var second = Duration.between(began, instant).toSeconds();
            if (!instant.isBefore(began) && second < perSecond.length) {
                perSecond[(int) second]++;
            }
        }
        return new Throughput(began, Arrays.stream(perSecond).boxed().toList());
    }

    /// How long it took until it was all right again: half as much as usual in a second. What comes
    /// between a blow and the next one is put down to the first, and so is what goes on after that
    /// without a break.
    ///
    /// @param next when the next blow came
    /// @return zero when it was all right all the time
    Duration recovery(Instant struck, Instant next) {
        var enough = usual() * ALL_RIGHT;
        var last = -1;
        var end = second(next);
        // The second of the blow itself is half over, perhaps.
        for (var second = second(struck) + 1; second < perSecond.size() - 1; second++) {
            if (second >= end && last != second - 1) {
                break;
            }
            if (perSecond.get(second) < enough) {
                last = second;
            }
        }
        return last < 0 ? Duration.ZERO : Duration.between(struck, began.plusSeconds(last + 1L));
    }

    /// The median of all seconds.
    double usual() {
        return perSecond.stream().sorted().toList().get(perSecond.size() / 2);
    }

    int most() {
        return Collections.max(perSecond);
    }

    private int second(Instant instant) {
        return Math.toIntExact(Duration.between(began, instant).toSeconds());
    }
}
