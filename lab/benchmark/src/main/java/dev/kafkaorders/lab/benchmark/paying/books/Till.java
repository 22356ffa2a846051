package dev.kafkaorders.lab.benchmark.paying.books;

import dev.kafkaorders.events.Event;
import dev.kafkaorders.events.EventRecords;
import dev.kafkaorders.events.Topics;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;

/// Takes payments: looks up what is known, asks the gateway for the rest, enters what was paid.
/// Whoever calls it sends the outcomes and then commits; when it dies before that, the orders come
/// again, and their outcomes are told again.
public final class Till {
    private final PaymentBooks books;
    private final Gateway gateway;
    private final EventRecords records = new EventRecords();

    public Till(PaymentBooks books, Gateway gateway) {
        this.books = books;
        this.gateway = gateway;
    }

    /// Settles orders of different keys.
    public Settled settle(Collection<Incoming> orders) throws SQLException {
        var known = books.outcomes(orders);
        var charges =
                gateway.charge(
                        orders.stream().filter(one -> !known.containsKey(one.eventId())).toList());
        if (!charges.paid().isEmpty()) {
            books.enter(charges.paid());
        }
        var outcomes =
                Stream.concat(known.values().stream(), charges.paid().stream().map(Paid::outcome))
                        .map(this::toRecord)
                        .toList();
        return new Settled(outcomes, charges.failed());
    }

    private ProducerRecord<byte[], byte[]> toRecord(Event<?> outcome) {
        return records.toRecord(Topics.PAYMENTS, outcome);
    }

    /// What became of them.
    ///
    /// @param outcomes to be sent
    /// @param failed of which nothing was entered
    public record Settled(List<ProducerRecord<byte[], byte[]>> outcomes, List<Incoming> failed) {}
}
