package dev.kafkaorders.events;

/// What a record turned out to hold.
public sealed interface Decoded {

    /// An event of this contract.
    record Known(Event<?> event) implements Decoded {}

    /// An event of a type that this version of the contract doesn't have: newer than its reader, or
    /// a stranger's.
    record UnknownType(String typeName) implements Decoded {}

    /// Not an event: attributes are missing, the value is no JSON, or the JSON is no such event.
    ///
    /// @param reason for a person; it may quote the payload's field names, never its values
    record Malformed(String reason) implements Decoded {}
}
