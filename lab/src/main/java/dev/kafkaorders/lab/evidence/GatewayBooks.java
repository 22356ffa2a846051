package dev.kafkaorders.lab.evidence;

import dev.kafkaorders.events.Money;
import dev.kafkaorders.lab.audit.Movement;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The gateway's ledger: a line of JSON for each movement of money.
final class GatewayBooks {
    private final JsonMapper json = JsonMapper.shared();

    List<Movement> read(Stream<String> lines) {
        return lines.map(line -> json.readValue(line, Line.class)).map(Line::movement).toList();
    }

    private record Line(
            String kind,
            String idempotencyKey,
            @Nullable UUID orderId,
            long amountMinor,
            Currency currency,
            String reference,
            Instant at) {

        Movement movement() {
            return new Movement(
                    Movement.Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
                    idempotencyKey,
                    orderId,
                    new Money(amountMinor, currency),
                    reference,
                    at);
        }
    }
}
