package dev.kafkaorders.replayer.masking;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Where in a JSON document a field is: names from the root on, `[*]` for all elements of an array,
/// `..name` for a field at any depth. It ends with a name.
record JsonPath(List<Step> steps) {

    private static final Pattern STEP = Pattern.compile("\\.\\.([\\w-]+)|\\.([\\w-]+)|(\\[\\*])");

    sealed interface Step {

        record Name(String name) implements Step {}

        record Anywhere(String name) implements Step {}

        record Elements() implements Step {}
    }

    static JsonPath parse(String text) {
        var steps = new ArrayList<Step>();
        var matcher = STEP.matcher(text);
        var end = text.startsWith("$") ? 1 : -1;
        while (end > 0 && matcher.find(end) && matcher.start() == end) {
            if (matcher.group(1) != null) {
                steps.add(new Step.Anywhere(matcher.group(1)));
            } else if (matcher.group(2) != null) {
                steps.add(new Step.Name(matcher.group(2)));
            } else {
                steps.add(new Step.Elements());
            }
            end = matcher.end();
        }
        if (end != text.length() || steps.isEmpty() || steps.getLast() instanceof Step.Elements) {
            throw new IllegalArgumentException(
                    "replayer.masking.paths: %s is not like $.field, $.list[*].field or $..field"
                            .formatted(text));
        }
        return new JsonPath(List.copyOf(steps));
    }

    /// The name of the field itself.
    String field() {
        return switch (steps.getLast()) {
            case Step.Name(var name) -> name;
            case Step.Anywhere(var name) -> name;
            case Step.Elements _ -> throw new IllegalStateException("ends with a name");
        };
    }

    /// Calls back with each object that has the field, and the field's name.
    void find(JsonNode root, BiConsumer<ObjectNode, String> found) {
        find(root, 0, found);
    }

    private void find(JsonNode node, int depth, BiConsumer<ObjectNode, String> found) {
        switch (steps.get(depth)) {
            case Step.Elements _ -> {
                if (node.isArray()) {
                    node.forEach(element -> find(element, depth + 1, found));
                }
            }
            case Step.Name(var name) -> field(node, name, depth, found);
            case Step.Anywhere(var name) -> {
                field(node, name, depth, found);
                node.forEach(child -> find(child, depth, found));
            }
        }
    }

    private void field(
            JsonNode node, String name, int depth, BiConsumer<ObjectNode, String> found) {
        if (!(node instanceof ObjectNode object) || !object.has(name)) {
            return;
        }
        if (depth == steps.size() - 1) {
            found.accept(object, name);
        } else {
            find(object.get(name), depth + 1, found);
        }
    }
}
