package dev.kafkaorders.localstack.tour;

import dev.kafkaorders.events.EventId;
import dev.kafkaorders.localstack.books.Booked;
import dev.kafkaorders.localstack.books.Settled;
import dev.kafkaorders.localstack.books.Unsettled;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/// What PostgreSQL says about the payments; asked directly, not through the service.
final class PaymentBooks implements AutoCloseable {
    private final Database database;

    PaymentBooks(RunningStack stack) {
        database = new Database(stack);
    }

    /// How many events were taken up.
    long handled() {
        return database.number("select count(*) from inbox");
    }

    /// How many deliveries found their event handled already.
    long redelivered() {
        return database.number("select coalesce(sum(deliveries - 1), 0) from inbox");
    }

    Booked booked() {
        return new Booked(settled(), unsettled());
    }

    private Map<UUID, Settled> settled() {
        var settled = new HashMap<UUID, Settled>();
        database.each(
                """
                select order_id, status, reference from payment
                where status in ('CAPTURED', 'REFUNDED', 'DECLINED')
                """,
                row ->
                        settled.put(
                                row.getObject("order_id", UUID.class),
                                row.getString("status").equals("DECLINED")
                                        ? new Settled.Declined()
                                        : new Settled.Captured(row.getString("reference"))));
        return settled;
    }

    private Map<EventId, Unsettled> unsettled() {
        var unsettled = new HashMap<EventId, Unsettled>();
        database.each(
                "select event_id, state from inbox where state <> 'SETTLED'",
                row ->
                        unsettled.put(
                                new EventId(row.getObject("event_id", UUID.class)),
                                Unsettled.valueOf(row.getString("state"))));
        return unsettled;
    }

    @Override
    public void close() {
        database.close();
    }
}
