package dev.kafkaorders.replayer.deadletter;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.stream.Collectors.joining;

import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Where a page goes on backwards.
///
/// @param ends of each partition, the offset behind the next dead letter to look at
public record Cursor(Map<Integer, Long> ends) {

    private static final Pattern TEXT =
            Pattern.compile("\\d{1,5}-\\d{1,18}(\\.\\d{1,5}-\\d{1,18})*");

    /// Reads what [#toString] wrote.
    ///
    /// @throws IllegalArgumentException when the text is no cursor
    public static Cursor parse(String text) {
        var decoded = new String(Base64.getUrlDecoder().decode(text), US_ASCII);
        if (!TEXT.matcher(decoded).matches()) {
            throw new IllegalArgumentException("no cursor");
        }
        var ends = new TreeMap<Integer, Long>();
        for (var part : decoded.split("\\.", -1)) {
            var numbers = part.split("-", -1);
            ends.put(Integer.parseInt(numbers[0]), Long.parseLong(numbers[1]));
        }
        return new Cursor(ends);
    }

    @Override
    public String toString() {
        var text =
                ends.entrySet().stream()
                        .map(e -> e.getKey() + "-" + e.getValue())
                        .collect(joining("."));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(US_ASCII));
    }
}
