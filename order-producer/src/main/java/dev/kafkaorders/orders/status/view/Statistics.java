package dev.kafkaorders.orders.status.view;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.reducing;

import dev.kafkaorders.orders.status.OrderState;
import dev.kafkaorders.orders.status.Tally;
import dev.kafkaorders.orders.status.TallyKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// The counts of `order-statistics`, as far back as anybody may ask. In memory: a few thousand
/// numbers, however many orders.
public final class Statistics {

    /// How far back they go.
    public static final Duration SPAN = Duration.ofHours(1);

    private static final Duration KEPT = SPAN.plus(Duration.ofMinutes(2));

    private final Map<TallyKey, Tally> tallies = new ConcurrentHashMap<>();

    void learn(TallyKey key, Tally tally) {
        tallies.put(key, tally);
    }

    void forgetBefore(Instant now) {
        var oldest = now.minus(KEPT);
        tallies.keySet().removeIf(key -> key.minute().isBefore(oldest));
    }

    /// The counts of the last hour by minute, the latest first, over all partitions.
    public List<Minute> lastHour(Instant now) {
        var oldest = now.minus(SPAN);
        var byMinute =
                tallies.entrySet().stream()
                        .filter(entry -> entry.getKey().minute().isAfter(oldest))
                        .collect(
                                groupingBy(
                                        entry -> entry.getKey().minute(),
                                        groupingBy(
                                                entry -> Line.of(entry.getKey()),
                                                reducing(
                                                        Tally.NONE,
                                                        Map.Entry::getValue,
                                                        Tally::plus))));
        return new TreeMap<>(byMinute)
                .descendingMap().entrySet().stream()
                        .map(entry -> new Minute(entry.getKey(), entry.getValue()))
                        .toList();
    }

    /// What is told apart within a minute.
    public record Line(OrderState.Name outcome, String currency) {

        private static Line of(TallyKey key) {
            return new Line(key.outcome(), key.currency());
        }
    }

    /// One minute's counts.
    public record Minute(Instant start, Map<Line, Tally> tallies) {}
}
