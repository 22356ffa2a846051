package dev.kafkaorders.payments.record;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Text whose length counts in bytes.
final class Utf8 {

    private Utf8() {}

    /// The beginning of the text, of as many bytes at most, without half a character at its end.
    static String cut(String text, int bytes) {
        var encoded = text.getBytes(UTF_8);
        if (encoded.length <= bytes) {
            return text;
        }
        var end = bytes;
        // The following bytes of a character begin with the bits 10.
        while (end > 0 && (encoded[end] & 0xc0) == 0x80) {
            end--;
        }
        return new String(encoded, 0, end, UTF_8);
    }
}
