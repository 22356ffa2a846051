package dev.kafkaorders.payments.intake;

import java.time.Instant;

/// A record in front of which its partition waits.
record Stop(long offset, Reason reason) {

    /// Why it waits.
    sealed interface Reason {

        /// It is to be tried later. All is as it should be.
        record NotDue(Instant due) implements Reason {}

        /// It is to be handled once what is in front of it is stored. All is as it should be.
        record NextPoll() implements Reason {}

        /// Something is in its way.
        ///
        /// @param code for a metric
        /// @param text for a person
        record Obstacle(String code, String text) implements Reason {}

        /// The gateway is away, or may be.
        Obstacle GATEWAY_AWAY = new Obstacle("gateway-away", "the payment gateway is away");

        /// What it follows was decided about, and isn't told yet.
        Obstacle UNTOLD =
                new Obstacle(
                        "untold",
                        "what became of an earlier event of its order is not committed to Kafka"
                                + " yet");

        /// There is no room to have it wait behind an earlier event of its order.
        Obstacle PARKING_FULL =
                new Obstacle(
                        "parking-full",
                        "too many events are parked: discard dead letters, or raise"
                                + " payments.parking.max-events");
    }
}
