package dev.kafkaorders.localstack.books;

import dev.kafkaorders.events.EventId;
import dev.kafkaorders.events.EventType;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// What is said of one order: of its money, and of the event that placed it.
///
/// @param told what `payments` says of its money
/// @param booked what the database says of its money
/// @param unsettled where the event is, as the database says
/// @param isRetried whether a retry topic has the event's record or had it
/// @param hasDeadLetter whether the dead-letter topic has it
/// @param isReplayed whether somebody brought it back from there
/// @param isDiscarded whether somebody gave it up there
record Claims(
        Set<Settled> told,
        Optional<Settled> booked,
        Optional<Unsettled> unsettled,
        boolean isRetried,
        boolean hasDeadLetter,
        boolean isReplayed,
        boolean isDiscarded) {

    static Claims about(UUID order, Told told, Booked booked) {
        var placement = EventId.of(order, EventType.ORDER_PLACED);
        return new Claims(
                told.outcomes().getOrDefault(order, Set.of()),
                Optional.ofNullable(booked.settled().get(order)),
                Optional.ofNullable(booked.unsettled().get(placement)),
                told.retried().contains(placement),
                told.dead().contains(placement),
                told.replayed().contains(placement),
                told.discarded().contains(order));
    }

    Verdict verdict() {
        var said = new HashSet<>(told);
        booked.ifPresent(said::add);
        if (said.stream().filter(Settled.Captured.class::isInstance).count() > 1) {
            return Verdict.CHARGED_TWICE;
        }
        if (unsettled.isPresent()) {
            return said.isEmpty() ? verdict(unsettled.get()) : Verdict.CONTRADICTORY;
        }
        // It may be replayed all the same, and then it has an outcome.
        if (said.isEmpty() && isDiscarded && hasDeadLetter) {
            return Verdict.DISCARDED;
        }
        if (told.isEmpty() || booked.isEmpty()) {
            return Verdict.LOST;
        }
        if (said.size() > 1 || liesDead()) {
            return Verdict.CONTRADICTORY;
        }
        return switch (booked.get()) {
            case Settled.Captured _ -> Verdict.CAPTURED;
            case Settled.Declined _ -> Verdict.DECLINED;
        };
    }

    private Verdict verdict(Unsettled place) {
        var isInTopics =
                switch (place) {
                    // It may have been replayed and have died again.
                    case DEAD -> hasDeadLetter;
                    case RETRYING -> isRetried && !liesDead();
                    case PARKED -> !liesDead();
                };
        if (!isInTopics) {
            return Verdict.CONTRADICTORY;
        }
        return place == Unsettled.DEAD ? Verdict.DEAD_LETTERED : Verdict.RETRYING;
    }

    /// A dead letter stays in its topic when it is replayed, so only one that wasn't says where the
    /// event is.
    private boolean liesDead() {
        return hasDeadLetter && !isReplayed;
    }
}
