package dev.kafkaorders.replayer.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kafkaorders.replayer.deadletter.DeadLetter;
import dev.kafkaorders.replayer.deadletter.DeadLetterFilter;
import dev.kafkaorders.replayer.deadletter.DeadLetterTopic.Range;
import dev.kafkaorders.replayer.ledger.DeadLetterId;
import dev.kafkaorders.replayer.ledger.Ledger;
import dev.kafkaorders.replayer.masking.Masking;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which dead letters are to be replayed: these, or those that match, or all.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Selection(
        @Nullable Set<DeadLetterId> ids, @Nullable DeadLetterFilter filter, @Nullable Boolean all) {

    private static final int MOST_IDS = 1_000;

    public Selection {
        ids = ids == null ? null : Set.copyOf(ids);
        var given = Stream.of(ids, filter, all).filter(Objects::nonNull).count();
        if (given != 1 || Boolean.FALSE.equals(all)) {
            throw new IllegalArgumentException("must be one of ids, filter, or \"all\": true");
        }
        if (ids != null && (ids.isEmpty() || ids.size() > MOST_IDS)) {
            throw new IllegalArgumentException("ids must be 1 to " + MOST_IDS);
        }
        if (filter != null && filter.equals(DeadLetterFilter.ALL)) {
            throw new IllegalArgumentException("filter is empty; say \"all\": true for all");
        }
    }

    boolean includes(DeadLetter letter, Ledger ledger, Masking masking) {
        if (ids != null) {
            return ids.contains(letter.id());
        }
        return filter == null || filter.matches(letter, ledger, masking);
    }

    DeadLetterFilter window() {
        return filter == null ? DeadLetterFilter.ALL : filter;
    }

    /// The part of a range that it may have something in.
    Range within(Range range) {
        if (ids == null) {
            return range;
        }
        var from = new TreeMap<Integer, Long>();
        var to = new TreeMap<Integer, Long>();
        for (var id : ids) {
            var first = range.from().get(id.partition());
            var end = range.to().get(id.partition());
            if (first != null && end != null && id.offset() >= first && id.offset() < end) {
                from.merge(id.partition(), id.offset(), Math::min);
                to.merge(id.partition(), id.offset() + 1, Math::max);
            }
        }
        return new Range(from, to);
    }
}
