package dev.kafkaorders.replayer.deadletter;

/// What dead letters are counted by.
///
/// @param exception the class of the failure
/// @param topic where they were first written
public record Kind(String exception, String topic) {

    private static final String UNKNOWN = "unknown";

    /// What all kinds beyond a sensible number are counted as: anybody may write a header.
    static final Kind OTHER = new Kind("other", "other");

    static Kind of(DeadLetter letter) {
        return new Kind(letter.exception().orElse(UNKNOWN), letter.originTopic().orElse(UNKNOWN));
    }
}
