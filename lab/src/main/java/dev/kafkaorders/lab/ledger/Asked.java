package dev.kafkaorders.lab.ledger;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.UUID;

/// What a client asked for.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "for")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Asked.Order.class, name = "order"),
    @JsonSubTypes.Type(value = Asked.Batch.class, name = "batch"),
    @JsonSubTypes.Type(value = Asked.Cancellation.class, name = "cancellation")
})
public sealed interface Asked {

    record Order(Wish wish) implements Asked {}

    /// All of them or none.
    record Batch(List<Wish> wishes) implements Asked {
        public Batch {
            wishes = List.copyOf(wishes);
        }
    }

    record Cancellation(UUID order) implements Asked {}

    /// The orders that are to be placed.
    default List<Wish> orders() {
        return switch (this) {
            case Order(var wish) -> List.of(wish);
            case Batch(var wishes) -> wishes;
            case Cancellation _ -> List.of();
        };
    }
}
