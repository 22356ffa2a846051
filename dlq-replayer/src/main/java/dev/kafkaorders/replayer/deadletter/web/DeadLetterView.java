package dev.kafkaorders.replayer.deadletter.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.kafkaorders.replayer.deadletter.DeadLetter;
import dev.kafkaorders.replayer.deadletter.Finding;
import dev.kafkaorders.replayer.deadletter.PayloadView;
import dev.kafkaorders.replayer.ledger.Entry;
import dev.kafkaorders.replayer.masking.Masked;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/// All that there is to know about a dead letter, masked.
///
/// @param originTime when it was first written
/// @param history what was done about it, the oldest first
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeadLetterView(
        @JsonUnwrapped Finding finding,
        @Nullable Instant originTime,
        @Nullable String consumerGroup,
        @Nullable Instant firstFailure,
        @Nullable String stackTrace,
        PayloadView payload,
        List<HeaderView> headers,
        List<Entry> history) {

    static DeadLetterView of(
            DeadLetter letter, Finding finding, Masked payload, List<Entry> history) {
        return new DeadLetterView(
                finding,
                letter.originTime().orElse(null),
                letter.consumerGroup().orElse(null),
                letter.firstFailure().orElse(null),
                payload.hideIn(letter.stackTrace().orElse(null)),
                PayloadView.of(payload),
                letter.headers().map(header -> HeaderView.of(header, payload)).toList(),
                history);
    }

    /// @param text the value, when it is one
    /// @param hex its bytes, when it is none
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HeaderView(String name, @Nullable String text, @Nullable String hex) {

        static HeaderView of(Header header, Masked payload) {
            var value = header.value();
            if (value == null) {
                return new HeaderView(header.key(), null, null);
            }
            var text = text(value);
            return text == null
                    ? new HeaderView(header.key(), null, HexFormat.of().formatHex(value))
                    : new HeaderView(header.key(), payload.hideIn(text), null);
        }

        private static @Nullable String text(byte[] value) {
            try {
                var text = UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString();
                return text.chars().allMatch(c -> c >= ' ' || Character.isWhitespace(c))
                        ? text
                        : null;
            } catch (CharacterCodingException _) {
                return null;
            }
        }
    }
}
