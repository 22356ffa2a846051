package dev.kafkaorders.lab.audit;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.kafkaorders.events.EventId;
import dev.kafkaorders.events.Topics;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Where events lie that are not settled, and from where they can go on: in a retry topic, where
/// the group has yet to come by; among the dead letters, as often as they were brought back from
/// there; in the table `parked`, behind an event of their order that failed.
final class Holdings {
    private final Set<EventId> waiting;
    private final Set<Death> dead;
    private final Map<EventId, Integer> broughtBack;
    private final Set<EventId> parked;
    private final Set<UUID> failed;

    Holdings(History history) {
        var tables = history.tables();
        waiting =
                history.retries()
                        .filter(record -> history.offsets().isBefore(record.place()))
                        .map(Written::id)
                        .collect(toSet());
        dead = history.deadLetters().map(Death::of).collect(toSet());
        broughtBack =
                history.on(Topics.ORDERS)
                        .collect(
                                toMap(
                                        Written::id,
                                        record -> record.labels().replayCount(),
                                        Math::max));
        parked = tables.parked();
        failed =
                tables.inbox().stream()
                        .filter(InboxRow::hasFailed)
                        .map(InboxRow::order)
                        .collect(toSet());
    }

    boolean hold(InboxRow row) {
        var event = row.event();
        return switch (row.state()) {
            case SETTLED -> true;
            case RETRYING -> waiting.contains(event);
            case DEAD -> dead.contains(new Death(event, broughtBack.getOrDefault(event, 0)));
            case PARKED -> parked.contains(event) && failed.contains(row.order());
        };
    }

    /// @param replayCount how often the event had been brought back before
    private record Death(EventId event, int replayCount) {

        static Death of(Written letter) {
            return new Death(letter.id(), letter.labels().replayCount());
        }
    }
}
