package dev.kafkaorders.lab.ledger;

import java.util.List;
import java.util.UUID;

/// One thing that a client wanted: all requests with one key, of which the later ones repeat the
/// first.
public record Matter(List<Exchange> exchanges) {

    public Matter {
        exchanges = List.copyOf(exchanges);
    }

    public String key() {
        return exchanges.getFirst().request().key();
    }

    public Asked asked() {
        return exchanges.getFirst().request().asked();
    }

    /// What was said to be done; the answers to one key should all name the same orders.
    public List<List<UUID>> accepted() {
        return exchanges.stream()
                .map(Exchange::answer)
                .filter(Answer.Accepted.class::isInstance)
                .map(Answer.Accepted.class::cast)
                .map(Answer.Accepted::orders)
                .toList();
    }

    public boolean isAccepted() {
        return !accepted().isEmpty();
    }

    /// Whether every single answer was that nothing was written. A conflict is none: it speaks of
    /// another request with the same key that is being carried out.
    public boolean isRefused() {
        return exchanges.stream()
                .allMatch(exchange ->
                        exchange.answer() instanceof Answer.Refused(var status, _)
                                && status != 409);
    }

    /// Whether it may have been done, and nobody ever said so. What is accepted or refused for good
    /// resolves an earlier answer that left it open.
    public boolean isUnresolved() {
        return !isAccepted()
                && !isRefused()
                && exchanges.stream()
                        .noneMatch(exchange ->
                                exchange.answer() instanceof Answer.Refused refusal
                                        && refusal.isFinal());
    }
}
