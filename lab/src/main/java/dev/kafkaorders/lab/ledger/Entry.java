package dev.kafkaorders.lab.ledger;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/// A line of the ledger.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "entry")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Entry.Sent.class, name = "sent"),
    @JsonSubTypes.Type(value = Entry.Answered.class, name = "answered")
})
sealed interface Entry {

    /// Written before the request leaves: whatever the suite did, somebody asked for it.
    record Sent(Request request) implements Entry {}

    record Answered(long number, Answer answer, Instant at) implements Entry {}
}
