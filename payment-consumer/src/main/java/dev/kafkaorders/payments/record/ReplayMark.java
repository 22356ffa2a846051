package dev.kafkaorders.payments.record;

import dev.kafkaorders.events.ReplayHeaders;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;

/// What dlq-replayer says of a record that it brought back. It stays with the record, also into the
/// dead letter that this may end in again.
///
/// @param count how often the event has been replayed, that time included
public record ReplayMark(String replayId, int count) {

    /// Empty where nobody has brought anything back, or something else than dlq-replayer did.
    public static Optional<ReplayMark> of(Iterable<Header> headers) {
        var values = new HeaderValues(new RecordHeaders(headers));
        return values.text(ReplayHeaders.REPLAY_ID)
                .flatMap(id ->
                        values.digits(ReplayHeaders.REPLAY_COUNT)
                                .map(count -> new ReplayMark(id, count)));
    }

    /// Whether a dead letter with the other mark came of that replay or of a later one.
    public boolean isAnsweredBy(ReplayMark letter) {
        return letter.count > count || letter.equals(this);
    }
}
