package dev.kafkaorders.lab.benchmark.run;

import java.util.List;
import java.util.stream.IntStream;

/// In which order arms take their turns in a round: the rows of a Williams square, in which each
/// arm comes after each other equally often, once there were as many rounds as arms, or twice as
/// many where that number is odd. What an arm leaves behind, be it a warm cache or a cleaner at
/// work, falls on all others alike.
final class RunningOrder {
    private RunningOrder() {}

    /// @param round any number, those below 0 too
    static <T> List<T> of(List<T> arms, int round) {
        var count = arms.size();
        var order =
                IntStream.range(0, count)
                        .mapToObj(place -> arms.get(Math.floorMod(round + zigzag(place), count)))
                        .toList();
        var isBackwards = count % 2 != 0 && round % 2 != 0;
        return isBackwards ? order.reversed() : order;
    }

    /// 0, 1, -1, 2, -2...: no two neighbours are equally far apart.
    private static int zigzag(int place) {
        return place % 2 == 0 ? -place / 2 : (place + 1) / 2;
    }
}
