package dev.kafkaorders.payments.inbox;

/// Where an event is on its way.
public enum EventState {
    /// Dealt with, for good.
    SETTLED,
    /// Failed, and waits in a retry topic.
    RETRYING,
    /// Failed, and lies in the dead-letter topic until somebody replays or discards it.
    DEAD,
    /// Waits behind one of its order that is [#RETRYING] or [#DEAD].
    PARKED
}
