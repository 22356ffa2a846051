package dev.kafkaorders.replayer.deadletter;

import dev.kafkaorders.replayer.cluster.Tail;
import dev.kafkaorders.replayer.ledger.Ledger;
import dev.kafkaorders.replayer.ledger.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.stereotype.Component;

/// Counts the dead letters in the background: reads the topic once from its beginning and then
/// follows it. It keeps counts, never records.
@Component
public class DeadLetterIndex implements Tail {

    /// Few, as a record is looked at and let go of: what a poll returns has to survive until then.
    private static final int MAX_POLL_RECORDS = 500;

    private static final Duration CLEANING = Duration.ofMinutes(1);

    private final DeadLetterTopic topic;
    private final Ledger ledger;
    private volatile Tally tally = new Tally();
    private volatile Progress progress = new Progress(false, 0);
    private long cleanedAt;

    DeadLetterIndex(DeadLetterTopic topic, Ledger ledger) {
        this.topic = topic;
        this.ledger = ledger;
    }

    public Summary summary() {
        var counted = tally;
        var states = new TreeMap<State, Long>();
        for (var state : State.values()) {
            states.put(state, 0L);
        }
        ledger.census().forEach((state, count) -> states.put(state, (long) count));
        var done = states.values().stream().mapToLong(count -> count).sum();
        var total = counted.total();
        // The ledger may be ahead of a count that is still catching up.
        states.merge(State.OPEN, Math.max(0, total - done), Long::sum);
        return new Summary(total, states, counted.byKind(), counted.byHour(), progress);
    }

    @Override
    public String name() {
        return "dead-letter-index";
    }

    @Override
    public Consumer<byte[], byte[]> open() {
        return topic.follow(MAX_POLL_RECORDS);
    }

    @Override
    public void begins(Consumer<?, ?> consumer) {
        tally = new Tally();
        cleanedAt = System.nanoTime();
    }

    @Override
    public void read(ConsumerRecord<byte[], byte[]> record) {
        tally.add(new DeadLetter(record));
    }

    @Override
    public void reached(Consumer<?, ?> consumer) {
        var behind =
                consumer.assignment().stream()
                        .mapToLong(partition -> consumer.currentLag(partition).orElse(1))
                        .sum();
        progress = new Progress(progress.isComplete() || behind == 0, behind);
        if (System.nanoTime() - cleanedAt > CLEANING.toNanos()) {
            forgetWhatIsGone(consumer);
            cleanedAt = System.nanoTime();
        }
    }

    /// Of what is still counted the ledger has to know the state, or it would count as open.
    private void forgetWhatIsGone(Consumer<?, ?> consumer) {
        var beginnings = topic.range(consumer, DeadLetterFilter.ALL).from();
        ledger.forgetBefore(tally.forgetBefore(beginnings));
    }

    /// How far it is.
    ///
    /// @param isComplete whether it has been at the end of the topic
    /// @param behind how many offsets it has still to read
    public record Progress(boolean isComplete, long behind) {}

    /// The counts.
    ///
    /// @param total how many there are
    /// @param states how many are in which state
    /// @param kinds how many there are of each kind
    /// @param hours how many died in each hour
    public record Summary(
            long total,
            Map<State, Long> states,
            Map<Kind, Long> kinds,
            Map<Instant, Long> hours,
            Progress progress) {}
}
