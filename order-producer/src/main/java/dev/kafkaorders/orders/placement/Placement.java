package dev.kafkaorders.orders.placement;

import dev.kafkaorders.events.Event;
import dev.kafkaorders.events.EventRecords;
import dev.kafkaorders.events.OrderCancelled;
import dev.kafkaorders.events.OrderEvent;
import dev.kafkaorders.events.OrderPlaced;
import dev.kafkaorders.events.Topics;
import dev.kafkaorders.orders.idempotency.Admission;
import dev.kafkaorders.orders.idempotency.Fingerprint;
import dev.kafkaorders.orders.idempotency.Idempotency;
import dev.kafkaorders.orders.idempotency.IdempotencyKey;
import dev.kafkaorders.orders.publishing.Publication;
import dev.kafkaorders.orders.publishing.SharedTransactions;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/// Places orders and cancels them. What is answered as done is in the log.
///
/// The key and the time of its first request decide the ids of the orders. So repeating a request
/// writes the same events again at worst, and of those the first counts.
@Service
public class Placement {

    private static final Logger log = LoggerFactory.getLogger(Placement.class);

    private static final String SOURCE = "/order-producer";

    private final Idempotency idempotency;
    private final SharedTransactions transactions;
    private final PlacementMetrics metrics;
    private final EventRecords eventRecords = new EventRecords();

    Placement(Idempotency idempotency, SharedTransactions transactions, PlacementMetrics metrics) {
        this.idempotency = idempotency;
        this.transactions = transactions;
        this.metrics = metrics;
    }

    /// Places all of the orders or none.
    ///
    /// @param fingerprint of the request that the drafts came with
    public PlacementResult place(
            IdempotencyKey key, Fingerprint fingerprint, List<OrderDraft> drafts)
            throws InterruptedException {
        if (transactions.isFull()) {
            // Before a claim is written that would be of no use.
            return new Refusal.Overloaded();
        }
        return switch (idempotency.admit(key, fingerprint)) {
            case Admission.Admitted admitted -> {
                try (admitted) {
                    var orders = orders(key, admitted.acceptedAt(), admitted.orderedIds(), drafts);
                    yield write(admitted, orders);
                }
            }
            case Admission.Accepted(var acceptedAt, var orderedIds) -> {
                var orders = orders(key, acceptedAt, orderedIds, drafts);
                yield new PlacementResult.Placed(orders, acceptedAt, true);
            }
            case Admission.KeyReused _ -> new Refusal.KeyReused();
            case Admission.InFlight(var retryAfter) -> new Refusal.InFlight(retryAfter);
            case Admission.Undecided(var reason) -> {
                log.atWarn().addKeyValue("reason", reason).log("Request was not admitted");
                yield new Refusal.NotWritten();
            }
        };
    }

    /// Cancels an order, known or not: in the log a cancellation may come before its order.
    public CancellationResult cancel(UUID orderId, String reason) {
        var cancellation = new OrderCancelled(orderId, reason);
        var publication = publish(List.of(recordOf(cancellation, Instant.now())));
        return switch (publication) {
            case Publication.Committed _ -> {
                metrics.cancelled();
                yield new CancellationResult.Requested(cancellation);
            }
            case Publication.Aborted(var cause) -> notWritten(cause);
            case Publication.OutcomeUnknown(var cause) -> unknown(cause);
            case Publication.QueueFull _ -> new Refusal.Overloaded();
        };
    }

    private PlacementResult write(Admission.Admitted admitted, List<OrderPlaced> orders) {
        var acceptedAt = admitted.acceptedAt();
        var events = orders.stream().map(order -> recordOf(order, acceptedAt));
        var records = Stream.concat(events, Stream.of(admitted.acceptance())).toList();
        return switch (publish(records)) {
            case Publication.Committed _ -> {
                admitted.remember();
                metrics.placed(orders.size());
                yield new PlacementResult.Placed(orders, acceptedAt, false);
            }
            case Publication.Aborted(var cause) -> notWritten(cause);
            case Publication.OutcomeUnknown(var cause) -> unknown(cause);
            case Publication.QueueFull _ -> new Refusal.Overloaded();
        };
    }

    private Publication publish(List<ProducerRecord<byte[], byte[]>> records) {
        return transactions.publish(records).join();
    }

    private ProducerRecord<byte[], byte[]> recordOf(OrderEvent event, Instant time) {
        return eventRecords.toRecord(Topics.ORDERS, Event.of(SOURCE, time, event));
    }

    private static List<OrderPlaced> orders(
            IdempotencyKey key, Instant acceptedAt, boolean orderedIds, List<OrderDraft> drafts) {
        return IntStream.range(0, drafts.size())
                .mapToObj(index ->
                        drafts.get(index).placedAs(key.orderId(acceptedAt, orderedIds, index)))
                .toList();
    }

    private static Refusal notWritten(Throwable cause) {
        log.atWarn().setCause(cause).log("Transaction was aborted");
        return new Refusal.NotWritten();
    }

    private static Refusal unknown(Throwable cause) {
        log.atWarn().setCause(cause).log("Outcome of a transaction is unknown");
        return new Refusal.OutcomeUnknown();
    }
}
