package dev.kafkaorders.deploy;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// What is to be made in Kubernetes: one document of a file.
record Manifest(String source, JsonNode content) {

    String kind() {
        return content.path("kind").asString();
    }

    String name() {
        return text("/metadata/name");
    }

    JsonNode at(String pointer) {
        return content.at(pointer);
    }

    String text(String pointer) {
        return at(pointer).asString();
    }

    /// Every value of that field, wherever it is.
    List<JsonNode> all(String field) {
        return content.findValues(field);
    }

    Stream<JsonNode> each(String pointer) {
        return at(pointer).valueStream();
    }

    /// Names of tests have it.
    @Override
    public String toString() {
        return "%s %s in %s".formatted(kind(), name(), source);
    }
}
