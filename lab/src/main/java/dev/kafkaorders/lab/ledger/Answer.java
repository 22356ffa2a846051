package dev.kafkaorders.lab.ledger;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.UUID;

/// What a client was told.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Answer.Accepted.class, name = "accepted"),
    @JsonSubTypes.Type(value = Answer.Refused.class, name = "refused"),
    @JsonSubTypes.Type(value = Answer.Unknown.class, name = "unknown")
})
public sealed interface Answer {

    /// Done: the suite is held to it.
    ///
    /// @param orders the orders that were placed, as they were asked for; or the one that was
    ///   cancelled
    /// @param replayed whether it was the answer to an earlier request, given again
    record Accepted(List<UUID> orders, boolean replayed) implements Answer {
        public Accepted {
            orders = List.copyOf(orders);
        }
    }

    /// Not done: the service said of this request that nothing was written.
    ///
    /// @param problem the `type` of the problem detail
    record Refused(int status, String problem) implements Answer {
        private static final int CONFLICT = 409;
        private static final int TOO_MANY_REQUESTS = 429;
        private static final int SERVER_ERROR = 500;

        /// Whether the same request would be refused whenever it is sent. The other refusals are of
        /// a moment, and say nothing of an earlier request with the same key.
        @JsonIgnore
        public boolean isFinal() {
            return status < SERVER_ERROR && status != CONFLICT && status != TOO_MANY_REQUESTS;
        }
    }

    /// Done or not: a lost connection, a time-out, or the service said that it doesn't know.
    record Unknown(String why) implements Answer {}
}
