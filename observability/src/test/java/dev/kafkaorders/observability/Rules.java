package dev.kafkaorders.observability;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Prometheus' rules.
final class Rules {

    private Rules() {}

    static List<JsonNode> alerts() {
        return all().filter(rule -> rule.has("alert")).toList();
    }

    /// What alerts are tested with, the names of the tests.
    static List<String> tests() {
        return ConfigFiles.readAll("prometheus/tests").stream()
                .flatMap(file -> file.get("tests").valueStream())
                .map(test -> test.get("name").asString())
                .toList();
    }

    static Set<String> recorded() {
        return all().filter(rule -> rule.has("record"))
                .map(rule -> rule.get("record").asString())
                .collect(toSet());
    }

    static List<String> expressions() {
        return all().map(rule -> rule.get("expr").asString()).toList();
    }

    private static Stream<JsonNode> all() {
        return ConfigFiles.readAll("prometheus/rules").stream()
                .flatMap(file -> file.get("groups").valueStream())
                .flatMap(group -> group.get("rules").valueStream());
    }
}
