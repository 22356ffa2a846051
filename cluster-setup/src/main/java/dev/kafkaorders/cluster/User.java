package dev.kafkaorders.cluster;

import java.util.List;

/// Somebody who may log in to Kafka, and what he may do there. What isn't granted is denied.
public record User(String name, List<Grant> grants) {

    public User {
        grants = List.copyOf(grants);
    }

    static User of(String name, Grant... grants) {
        return new User(name, List.of(grants));
    }

    /// As Kafka's authorizer knows him.
    public String principal() {
        return "User:" + name;
    }
}
