package dev.kafkaorders.payments.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kafkaorders.events.Event;
import dev.kafkaorders.events.EventJson;
import dev.kafkaorders.events.EventType;
import dev.kafkaorders.events.PaymentEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An outcome as three columns, from which the same event can be made again. Its id and source need
/// no columns: the first follows from order and type, the second is this service.
final class StoredOutcomes {

    private final EventJson json = new EventJson();

    @Nullable String type(InboxEntry entry) {
        return entry.outcome().map(outcome -> outcome.type().typeName()).orElse(null);
    }

    @Nullable String time(InboxEntry entry) {
        return entry.outcome().map(outcome -> outcome.time().toString()).orElse(null);
    }

    @Nullable String json(InboxEntry entry) {
        return entry.outcome()
                .map(outcome -> new String(json.write(outcome.data()), UTF_8))
                .orElse(null);
    }

    Optional<Event<PaymentEvent>> read(ResultSet row) throws SQLException {
        var typeName = row.getString("outcome_type");
        if (typeName == null) {
            return Optional.empty();
        }
        var type =
                EventType.named(typeName)
                        .orElseThrow(() -> new IllegalStateException("unknown type " + typeName));
        var time = row.getObject("outcome_time", OffsetDateTime.class).toInstant();
        var data = (PaymentEvent) json.read(type, row.getString("outcome").getBytes(UTF_8));
        return Optional.of(Outcomes.event(time, data));
    }
}
