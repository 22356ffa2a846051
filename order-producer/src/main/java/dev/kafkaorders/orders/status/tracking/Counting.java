package dev.kafkaorders.orders.status.tracking;

import static java.time.temporal.ChronoUnit.MINUTES;
import static java.util.Objects.requireNonNull;

import dev.kafkaorders.orders.status.OrderState;
import dev.kafkaorders.orders.status.StatusJson;
import dev.kafkaorders.orders.status.Tally;
import dev.kafkaorders.orders.status.TallyKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.WindowStore;

/// Counts by the minute how many orders come into which state, and of what worth: each minute the
/// record's, however late it is read. Nothing is held back until a minute is over; what has changed
/// is told once a second rather than order by order, since many orders make one number.
final class Counting extends ContextualProcessor<byte[], Change, byte[], byte[]> {

    static final String STORE = "counts";
    static final Duration WINDOW = Duration.ofMinutes(1);
    static final Duration RETENTION = Duration.ofMinutes(70);

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final StatusJson json = new StatusJson();
    private final Set<TallyKey> changed = new LinkedHashSet<>();
    private WindowStore<String, byte[]> counts;

    // The store is there from init on, before which nothing is processed.
    @SuppressWarnings("NullAway.Init")
    Counting() {}

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        super.init(context);
        counts = context.getStateStore(STORE);
        // Whoever had the partition before may have counted more than he told.
        try (var all = counts.all()) {
            all.forEachRemaining(
                    entry -> changed.add(key(entry.key.key(), entry.key.window().startTime())));
        }
        context.schedule(INTERVAL, PunctuationType.WALL_CLOCK_TIME, this::tell);
    }

    @Override
    public void process(Record<byte[], Change> record) {
        var minute = Instant.ofEpochMilli(record.timestamp()).truncatedTo(MINUTES);
        if (isCounted(minute)) {
            var currency = requireNonNull(record.value().document().currency());
            var amount = requireNonNull(record.value().document().totalMinor());
            for (var state : entered(record.value())) {
                count(key(state + "/" + currency, minute), amount);
            }
        }
    }

    /// Records of last week, read anew, are no longer counted; nor those of a clock that is wrong,
    /// which would let the store forget all others.
    private boolean isCounted(Instant minute) {
        var now = Instant.ofEpochMilli(context().currentSystemTimeMs());
        return minute.isAfter(now.minus(RETENTION)) && minute.isBefore(now.plus(WINDOW));
    }

    /// An order that was captured before it was known to be placed was placed all the same.
    private static List<OrderState.Name> entered(Change change) {
        var entered = new ArrayList<OrderState.Name>();
        if (change.before() == null) {
            entered.add(OrderState.Name.PLACED);
        }
        var now = change.document().state();
        if (now != change.before() && now != OrderState.Name.PLACED) {
            entered.add(now);
        }
        return entered;
    }

    private void count(TallyKey key, long amount) {
        var name = key.outcome() + "/" + key.currency();
        var start = key.minute().toEpochMilli();
        var known = counts.fetch(name, start);
        var tally = known == null ? Tally.NONE : json.read(known, Tally.class);
        counts.put(name, json.write(tally.plus(amount)), start);
        changed.add(key);
    }

    private void tell(long now) {
        for (var key : changed) {
            var name = key.outcome() + "/" + key.currency();
            var tally = counts.fetch(name, key.minute().toEpochMilli());
            if (tally != null) {
                context().forward(new Record<>(key.bytes(), tally, now, new RecordHeaders()));
            }
        }
        changed.clear();
    }

    private TallyKey key(String name, Instant minute) {
        var parts = name.split("/", -1);
        var partition = context().taskId().partition();
        return new TallyKey(minute, partition, OrderState.Name.valueOf(parts[0]), parts[1]);
    }
}
