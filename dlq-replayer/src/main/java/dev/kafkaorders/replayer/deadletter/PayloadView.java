package dev.kafkaorders.replayer.deadletter;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kafkaorders.replayer.masking.Masked;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A payload as people may see it: decoded when it is JSON, else its bytes.
///
/// @param format `json`, `hex` or `null`
/// @param truncated whether only the first bytes are shown
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PayloadView(
        String format, @Nullable JsonNode json, @Nullable String hex, @Nullable Boolean truncated) {

    private static final int MOST_HEX_DIGITS = 2 * 64 * 1024;

    public static PayloadView of(Masked payload) {
        return switch (payload) {
            case Masked.Nothing _ -> new PayloadView("null", null, null, null);
            case Masked.Json(var json, var _) -> new PayloadView("json", json, null, null);
            case Masked.Bytes bytes -> of(bytes.hex());
        };
    }

    private static PayloadView of(String hex) {
        var truncated = hex.length() > MOST_HEX_DIGITS;
        return new PayloadView(
                "hex", null, truncated ? hex.substring(0, MOST_HEX_DIGITS) : hex, truncated);
    }
}
