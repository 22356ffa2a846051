package dev.kafkaorders.payments.intake;

import dev.kafkaorders.events.EventId;
import dev.kafkaorders.payments.gateway.GatewayPulse;
import dev.kafkaorders.payments.record.Delivery;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Whether a gateway that was found unavailable is held against the event that it was asked for.
///
/// Only when it is sure that the gateway is there. At the first doubt about an event, it has to
/// have answered a call that began later. When the event is tried in vain again, any answer to a
/// call that began since the doubt before will do. So an event that is the only one under way is
/// tried again and again where it is: it can't be told from an outage.
@Component
class Doubts {

    private static final int REMEMBERED = 10_000;

    private final GatewayPulse pulse;
    private final Map<Attempt, Instant> latest =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Entry<Attempt, Instant> eldest) {
                    return size() > REMEMBERED;
                }
            };

    Doubts(GatewayPulse pulse) {
        this.pulse = pulse;
    }

    /// @param time when the gateway was found unavailable
    boolean isOutage(Delivery delivery, Instant time) {
        var before = remember(new Attempt(delivery.eventId(), delivery.attempts()), time);
        return before == null ? pulse.isAway() || !pulse.beatAfter(time) : !pulse.beatAfter(before);
    }

    private synchronized @Nullable Instant remember(Attempt attempt, Instant time) {
        return latest.put(attempt, time);
    }

    /// An attempt, until it is held against the event: the next one is another.
    private record Attempt(EventId eventId, int failedBefore) {}
}
