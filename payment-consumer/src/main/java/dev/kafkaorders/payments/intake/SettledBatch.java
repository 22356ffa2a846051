package dev.kafkaorders.payments.intake;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.reducing;
import static java.util.stream.Collectors.toSet;

import dev.kafkaorders.events.EventId;
import dev.kafkaorders.payments.inbox.Decisions.Change;
import dev.kafkaorders.payments.inbox.EventState;
import dev.kafkaorders.payments.inbox.InboxEntry;
import dev.kafkaorders.payments.payment.Payment;
import dev.kafkaorders.payments.record.Delivery;
import dev.kafkaorders.payments.retry.FailedRecords;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/// A batch of which it is known what becomes of it.
///
/// @param passed the deliveries that no stop holds back, in the order of the log
/// @param polled where each partition goes on if nothing stops it
/// @param stops where partitions stop
record SettledBatch(
        List<Handled> passed,
        Map<TopicPartition, OffsetAndMetadata> polled,
        Map<TopicPartition, Stop> stops) {

    /// What was passed and what that takes along.
    Stream<Handled> all() {
        return passed.stream().mapMulti(Handled::all);
    }

    /// What to commit: each partition goes on behind the batch, or at its stop.
    Map<TopicPartition, OffsetAndMetadata> nextOffsets() {
        var next = new HashMap<>(polled);
        stops.forEach(
                (partition, stop) -> next.put(partition, new OffsetAndMetadata(stop.offset())));
        return next;
    }

    /// Decisions about events that were new.
    List<InboxEntry> additions() {
        return all().filter(one -> one.before().isEmpty())
                .<InboxEntry>mapMulti((one, next) -> one.decision().ifPresent(next))
                .toList();
    }

    /// Decisions that take the place of others.
    List<Change> changes() {
        return all().<Change>mapMulti((one, next) ->
                        one.before()
                                .flatMap(before ->
                                        one.decision().map(after -> new Change(before, after)))
                                .ifPresent(next))
                .toList();
    }

    /// Events that lie dead from now on, each with what is to be told of it.
    Map<EventId, Iterable<Header>> deaths(FailedRecords records) {
        var deaths = new HashMap<EventId, Iterable<Header>>();
        all().forEach(one -> {
            if (one.fate() instanceof Fate.Dead(var failed)) {
                var letter = records.deadLetter(one.delivery().original(), failed);
                deaths.put(one.delivery().eventId(), letter.headers());
            }
        });
        return deaths;
    }

    /// Events that were dead before this batch and are so no more.
    Set<EventId> revived() {
        return changes().stream()
                .filter(change -> change.before().state() == EventState.DEAD)
                .map(Change::after)
                .filter(after -> after.state() != EventState.DEAD)
                .map(InboxEntry::eventId)
                .collect(toSet());
    }

    /// Events of before this batch that must still hold up their orders, as others were parked
    /// behind them.
    Set<EventId> confirmedHeads() {
        return passed.stream()
                .map(Handled::fate)
                .flatMap(fate ->
                        fate instanceof Fate.Parked(var head) ? head.stream() : Stream.empty())
                .collect(toSet());
    }

    /// Orders of which all that waited was settled.
    Set<UUID> releasedOrders() {
        return passed.stream()
                .filter(SettledBatch::isRelease)
                .map(Handled::orderId)
                .collect(toSet());
    }

    private static boolean isRelease(Handled one) {
        var wasHead = wasHead(one) || one.carried().stream().anyMatch(SettledBatch::wasHead);
        return wasHead && !isHead(one) && one.carried().stream().noneMatch(SettledBatch::isHead);
    }

    /// Whether it held up its order and does so no more.
    private static boolean wasHead(Handled one) {
        return one.before().filter(InboxEntry::isHead).isPresent()
                && one.fate() instanceof Fate.Settled;
    }

    /// Whether it holds up its order from now on.
    private static boolean isHead(Handled one) {
        return one.decision().filter(InboxEntry::isHead).isPresent();
    }

    List<Delivery> toPark() {
        return passed.stream()
                .filter(one -> one.fate() instanceof Fate.Parked)
                .map(Handled::delivery)
                .toList();
    }

    /// Events of which no record needs to be kept any more: they are settled, or Kafka has been
    /// seen to hold them.
    Set<EventId> toLetGo() {
        return all().filter(SettledBatch::isKept)
                .filter(one -> one.fate() instanceof Fate.Settled || one.carrier().isEmpty())
                .map(one -> one.delivery().eventId())
                .collect(toSet());
    }

    private static boolean isKept(Handled one) {
        return one.decision().isPresent()
                && one.before()
                        .filter(before ->
                                before.state() == EventState.PARKED || before.carrier().isPresent())
                        .isPresent();
    }

    /// What the orders' payments are now.
    Collection<Payment> payments() {
        var latest = new LinkedHashMap<UUID, Payment>();
        all().forEach(one -> {
            if (one.fate() instanceof Fate.Settled(var payment, _)
                    && !(payment instanceof Payment.Awaited)) {
                latest.put(payment.orderId(), payment);
            }
        });
        return latest.values();
    }

    /// Events that had been decided about, with how often they came again.
    Map<EventId, Integer> redelivered() {
        return passed.stream()
                .filter(SettledBatch::isRedelivery)
                .collect(
                        groupingBy(
                                one -> one.delivery().eventId(),
                                reducing(0, _ -> 1, Integer::sum)));
    }

    private static boolean isRedelivery(Handled one) {
        return switch (one.fate()) {
            case Fate.Repeated _, Fate.StillDead _, Fate.Ignored _ -> true;
            case Fate.Settled _, Fate.Retried _, Fate.Dead _, Fate.Parked _ ->
                    one.before()
                            .filter(before -> before.decidedBy().equals(one.delivery().position()))
                            .isPresent();
        };
    }
}
