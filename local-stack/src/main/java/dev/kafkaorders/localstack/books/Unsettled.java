package dev.kafkaorders.localstack.books;

/// Where an event is that was taken up and is not dealt with. The names are those in the column
/// `inbox.state`.
public enum Unsettled {
    /// Failed, and waits in a retry topic.
    RETRYING,
    /// Waits in the database behind an event of its order that failed.
    PARKED,
    /// Failed for good, and lies in the dead-letter topic.
    DEAD
}
