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

/// Masks sensitive fields of payloads. Nothing that a person sees, and nothing that a search looks
/// at, has not gone through here.
///
/// In what is no JSON, such as half a document, whatever looks like one of the fields is masked.
@Component
public class Masking {

    static final String MASK = "***";

    /// Shorter values would be found in any text.
    private static final int SHORTEST_TO_HIDE_ELSEWHERE = 4;

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

    /// Masks the fields in place.
    public Masked mask(JsonNode document) {
        var hidden = new HashSet<String>();
        for (var path : paths) {
            path.find(
                    document,
                    (object, name) -> {
                        hide(object.get(name), hidden);
                        object.put(name, MASK);
                    });
        }
        return new Masked.Json(document, Set.copyOf(hidden));
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
        var text = new String(payload, ISO_8859_1);
        for (var lookAlike : lookAlikes) {
            text =
                    lookAlike
                            .matcher(text)
                            .replaceAll(match -> {
                                hide(match.group(2).replaceFirst("^[\\\\\"']+", ""), hidden);
                                return Matcher.quoteReplacement(match.group(1) + MASK);
                            });
        }
        return new Masked.Bytes(text, Set.copyOf(hidden));
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
