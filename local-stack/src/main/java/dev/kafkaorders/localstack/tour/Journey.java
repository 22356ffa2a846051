package dev.kafkaorders.localstack.tour;

import static java.util.Comparator.comparing;

import dev.kafkaorders.events.DomainEvent;
import dev.kafkaorders.localstack.process.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// The way of one order through the topics, told while it goes on.
final class Journey {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final UUID order;
    private final Timeline timeline;
    private final List<LogEntry> stops = new ArrayList<>();

    Journey(UUID order, Timeline timeline) {
        this.order = order;
        this.timeline = timeline;
    }

    /// Follows it until that has happened to it.
    ///
    /// @param log from before the order was placed
    /// @throws BrokenPromise when it hasn't within a minute
    void followUntil(Class<? extends DomainEvent> outcome, EventLog log) {
        var inTime =
                Await.atMost(
                        PATIENCE,
                        () -> {
                            follow(log);
                            return stops.stream().anyMatch(stop -> outcome.isInstance(stop.data()));
                        });
        if (!inTime) {
            throw new BrokenPromise("no %s within %s".formatted(outcome.getSimpleName(), PATIENCE));
        }
    }

    /// The topics that it came through, in order.
    List<String> topics() {
        return stops.stream().map(LogEntry::topic).toList();
    }

    private void follow(EventLog log) {
        var news = new ArrayList<LogEntry>();
        log.readToEnd(entry -> {
            if (entry.orderId().equals(order)) {
                news.add(entry);
            }
        });
        // What one partition has in order stays in order.
        news.sort(comparing(LogEntry::written));
        timeline.tell(news);
        stops.addAll(news);
    }
}
