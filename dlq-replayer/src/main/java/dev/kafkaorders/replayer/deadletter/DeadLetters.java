package dev.kafkaorders.replayer.deadletter;

import dev.kafkaorders.replayer.ledger.DeadLetterId;
import dev.kafkaorders.replayer.ledger.Ledger;
import dev.kafkaorders.replayer.masking.Masking;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds dead letters, the newest first, without ever holding more of them than a page and a window
/// per partition.
///
/// The newest of the partitions' last ones comes first, and so on: like merging sorted lists. So
/// where a page goes on is an offset per partition, and no dead letter is missed or told twice,
/// whatever the clocks of their writers say.
@Component
public class DeadLetters {

    private static final int MAX_POLL_RECORDS = 5_000;
    private static final Comparator<Finding> NEWEST_FIRST =
            Comparator.comparing(Finding::at).reversed().thenComparing(Finding::id);

    private final DeadLetterTopic topic;
    private final Ledger ledger;
    private final Masking masking;
    private final BrowseSettings settings;

    DeadLetters(DeadLetterTopic topic, Ledger ledger, Masking masking, BrowseSettings settings) {
        this.topic = topic;
        this.ledger = ledger;
        this.masking = masking;
        this.settings = settings;
    }

    public Optional<DeadLetter> find(DeadLetterId id) {
        return topic.read(id);
    }

    /// The next page.
    ///
    /// @param cursor where the page before ended; null for the first
    /// @param limit how many dead letters at most
    public Page page(DeadLetterFilter filter, @Nullable Cursor cursor, int limit) {
        try (var consumer = topic.open(MAX_POLL_RECORDS)) {
            var readers = readers(consumer, filter, cursor, limit);
            var deadline = System.nanoTime() + settings.maxDuration().toNanos();
            var windows = new Windows(consumer, record -> examine(record, filter));
            var letters = new ArrayList<Finding>();
            var scanned = 0;
            while (letters.size() < limit && !readers.stream().allMatch(r -> r.isExhausted())) {
                var unread = readers.stream().filter(BackwardsReader::needsReading).toList();
                if (unread.isEmpty()) {
                    var newest = newest(readers);
                    letters.add(Objects.requireNonNull(newest.peek()));
                    newest.take();
                } else if (scanned < settings.maxScanned() && System.nanoTime() < deadline) {
                    scanned += windows.read(unread);
                } else {
                    break;
                }
            }
            return new Page(letters, cursor(readers), scanned);
        }
    }

    private List<BackwardsReader> readers(
            Consumer<byte[], byte[]> consumer,
            DeadLetterFilter filter,
            @Nullable Cursor cursor,
            int limit) {
        var range = topic.range(consumer, filter);
        // So many are likely to do, when all match and are spread evenly.
        var window = Math.min(settings.window(), 2 * limit / range.to().size() + 1);
        return range.to().entrySet().stream()
                .map(e -> {
                    var end = e.getValue();
                    if (cursor != null) {
                        end = Math.min(end, cursor.ends().getOrDefault(e.getKey(), 0L));
                    }
                    return new BackwardsReader(
                            topic.partition(e.getKey()),
                            range.from().getOrDefault(e.getKey(), 0L),
                            end,
                            window);
                })
                .toList();
    }

    /// To be asked once every partition has a next one, or has come to its end.
    private static BackwardsReader newest(List<BackwardsReader> readers) {
        return readers.stream()
                .filter(Predicate.not(BackwardsReader::isExhausted))
                .min(
                        Comparator.comparing(
                                reader -> Objects.requireNonNull(reader.peek()), NEWEST_FIRST))
                .orElseThrow();
    }

    private @Nullable Finding examine(
            ConsumerRecord<byte[], byte[]> record, DeadLetterFilter filter) {
        var letter = new DeadLetter(record);
        return filter.matches(letter, ledger, masking) ? finding(letter) : null;
    }

    /// The dead letter in short.
    public Finding finding(DeadLetter letter) {
        return Finding.of(letter, masking.mask(letter.value()), ledger.state(letter.id()));
    }

    private static @Nullable Cursor cursor(List<BackwardsReader> readers) {
        if (readers.stream().allMatch(BackwardsReader::isExhausted)) {
            return null;
        }
        var ends = new TreeMap<Integer, Long>();
        readers.forEach(reader -> ends.put(reader.partition().partition(), reader.position()));
        return new Cursor(ends);
    }
}
