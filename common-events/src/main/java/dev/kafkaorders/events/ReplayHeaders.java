package dev.kafkaorders.events;

/// The names of the headers by which an operator's tool answers a dead letter.
public final class ReplayHeaders {

    /// The replay that wrote this record back to the topic it came from.
    public static final String REPLAY_ID = "replay-id";

    /// How often the event has been replayed, this time included, in decimal digits. It travels
    /// with the record, also into its next dead letter, so that nothing goes round for ever.
    public static final String REPLAY_COUNT = "replay-count";

    /// The id of the event that died: its `ce_id`, or [EventId#ofUnreadable] where there is none
    /// that could be read. Without it, the record's own event is meant.
    public static final String REPLAY_OF = "replay-of";

    /// Why the event is given up. A record with this and [#REPLAY_OF], written to the group's first
    /// retry topic, is no attempt: it lets the events go on that wait behind the dead one.
    public static final String DISCARDED = "discarded";

    private ReplayHeaders() {}
}
