package dev.kafkaorders.replayer.masking;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// Masks sensitive fields of payloads. Nothing that a person sees, and nothing that a search looks
/// at, has not gone through here.
///
/// In what is no JSON, such as half a document, whatever looks like one of the fields is masked. So
/// it is in the texts of a document, where these aren't documents themselves.
@Component
public class Masking {

    static final String MASK = "***";

    /// Shorter values would be found in any text.
    private static final int SHORTEST_TO_HIDE_ELSEWHERE = 4;

    private static final Pattern MAY_BE_A_DOCUMENT = Pattern.compile("\\s*[{\\[\"]");

    private final JsonMapper json =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
    private final List<JsonPath> paths;
    private final List<Pattern> lookAlikes;

    Masking(MaskingSettings settings) {
        paths = settings.paths().stream().map(JsonPath::parse).toList();
        lookAlikes = paths.stream().map(Masking::lookAlike).distinct().toList();
    }

    public Masked mask(byte @Nullable [] payload) {
        if (payload == null) {
            return new Masked.Nothing();
        }
        try {
            var document = json.readTree(payload);
            if (document.isMissingNode()) {
                return maskBytes(payload);
            }
            return mask(document);
        } catch (JacksonException _) {
            return maskBytes(payload);
        }
    }

    private Masked mask(JsonNode document) {
        var hidden = new HashSet<String>();
        return new Masked.Json(mask(document, hidden), Set.copyOf(hidden));
    }

    /// Masks the fields in place, unless all of the document is a text.
    private JsonNode mask(JsonNode document, Set<String> hidden) {
        for (var path : paths) {
            path.find(
                    document,
                    (object, name) -> {
                        hide(object.get(name), hidden);
                        object.put(name, MASK);
                    });
        }
        return maskTexts(document, hidden);
    }

    private JsonNode maskTexts(JsonNode node, Set<String> hidden) {
        switch (node) {
            case ObjectNode object ->
                    object.properties()
                            .forEach(it -> it.setValue(maskTexts(it.getValue(), hidden)));
            case ArrayNode array -> {
                for (var i = 0; i < array.size(); i++) {
                    array.set(i, maskTexts(array.get(i), hidden));
                }
            }
            case StringNode text -> {
                return StringNode.valueOf(maskText(text.stringValue(), hidden));
            }
            default -> {}
        }
        return node;
    }

    /// A document inside of a text is masked as such, and is not written otherwise without need.
    private String maskText(String text, Set<String> hidden) {
        if (MAY_BE_A_DOCUMENT.matcher(text).lookingAt()) {
            try {
                var document = json.readTree(text);
                var before = document.toString();
                var after = mask(document, hidden).toString();
                return after.equals(before) ? text : after;
            } catch (JacksonException _) {
                return maskLookAlikes(text, hidden);
            }
        }
        return maskLookAlikes(text, hidden);
    }

    private static void hide(JsonNode value, Set<String> hidden) {
        if (value.isContainer()) {
            value.forEach(child -> hide(child, hidden));
        } else {
            hide(value.asString(), hidden);
        }
    }

    private Masked maskBytes(byte[] payload) {
        var hidden = new HashSet<String>();
        var text = maskLookAlikes(new String(payload, ISO_8859_1), hidden);
        return new Masked.Bytes(text, Set.copyOf(hidden));
    }

    private String maskLookAlikes(String original, Set<String> hidden) {
        var text = original;
        for (var lookAlike : lookAlikes) {
            text =
                    lookAlike
                            .matcher(text)
                            .replaceAll(match -> {
                                hide(match.group(2).replaceFirst("^[\\\\\"']+", ""), hidden);
                                return Matcher.quoteReplacement(match.group(1) + MASK);
                            });
        }
        return text;
    }

    private static void hide(String value, Set<String> hidden) {
        if (value.length() >= SHORTEST_TO_HIDE_ELSEWHERE && !value.equals(MASK)) {
            hidden.add(value);
        }
    }

    /// The field and its value up to the closing quotation mark, or to the end when there is none;
    /// also where the document is JSON inside a JSON string.
    private static Pattern lookAlike(JsonPath path) {
        return Pattern.compile(
                "(\\\\*[\"']?%s\\\\*[\"']?\\s*[:=]\\s*)(\\\\*[\"'][^\"'\\\\]*|[^\"'\\\\,}\\s]+)"
                        .formatted(Pattern.quote(path.field())));
    }
}
