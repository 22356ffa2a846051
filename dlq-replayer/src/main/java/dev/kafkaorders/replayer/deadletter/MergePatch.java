package dev.kafkaorders.replayer.deadletter;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// JSON Merge Patch, RFC 7396.
final class MergePatch {

    private MergePatch() {}

    /// The target with the patch applied; neither is changed.
    static JsonNode apply(JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            return patch.deepCopy();
        }
        var result =
                target instanceof ObjectNode object
                        ? object.deepCopy()
                        : JsonNodeFactory.instance.objectNode();
        changes.forEachEntry((name, change) -> {
            if (change.isNull()) {
                result.remove(name);
            } else {
                var before = result.get(name);
                result.set(
                        name,
                        apply(
                                before == null ? JsonNodeFactory.instance.nullNode() : before,
                                change));
            }
        });
        return result;
    }
}
