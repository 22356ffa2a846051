package dev.kafkaorders.replayer.masking;

import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A payload as people may see it.
public sealed interface Masked {

    /// What may be searched and found.
    String text();

    /// The values that are hidden in it, to be hidden elsewhere too.
    Set<String> hidden();

    record Nothing() implements Masked {

        @Override
        public String text() {
            return "";
        }

        @Override
        public Set<String> hidden() {
            return Set.of();
        }
    }

    record Json(JsonNode json, Set<String> hidden) implements Masked {

        @Override
        public String text() {
            return json.toString();
        }
    }

    /// No JSON.
    ///
    /// @param text each byte as one character
    record Bytes(String text, Set<String> hidden) implements Masked {

        public String hex() {
            var hex = new StringBuilder(2 * text.length());
            var format = HexFormat.of();
            text.chars().forEach(character -> format.toHexDigits(hex, (byte) character));
            return hex.toString();
        }
    }

    /// A text that goes with the payload, such as an error message that may quote it.
    default @Nullable String hideIn(@Nullable String text) {
        var result = text;
        for (var value : hidden()) {
            result = result == null ? null : result.replace(value, Masking.MASK);
        }
        return result;
    }
}
