package dev.kafkaorders.replayer.replay;

import static java.util.stream.Collectors.toMap;

import dev.kafkaorders.replayer.deadletter.DeadLetter;
import dev.kafkaorders.replayer.deadletter.DeadLetterTopic;
import dev.kafkaorders.replayer.ledger.DeadLetterId;
import dev.kafkaorders.replayer.ledger.Entry;
import dev.kafkaorders.replayer.ledger.Ledger;
import dev.kafkaorders.replayer.writing.Clients;
import dev.kafkaorders.replayer.writing.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/// A replay under way: goes through its part of the dead-letter topic, from where its consumer
/// group has committed. Each batch is one transaction with what came of each dead letter, and with
/// how far the replay is.
final class ReplayRun implements AutoCloseable {

    private static final Duration A_MOMENT = Duration.ofMillis(100);

    private final DeadLetterTopic topic;
    private final Ledger ledger;
    private final Judge judge;
    private final Consumer<byte[], byte[]> consumer;
    private final Map<String, Integer> partitions = new HashMap<>();
    private final Pace pace;
    private Replay replay;

    ReplayRun(
            Replay replay,
            Clients clients,
            DeadLetterTopic topic,
            Ledger ledger,
            Judge judge,
            ReplaySettings settings) {
        this.replay = replay;
        this.topic = topic;
        this.ledger = ledger;
        this.judge = judge;
        this.pace = new Pace(replay.request().rate(), System::nanoTime);
        this.consumer = clients.readerOf(replay.group(), pace.batch(settings.batch()));
        try {
            begin();
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    private void begin() {
        var all =
                replay.range().to().keySet().stream()
                        .collect(toMap(topic::partition, number -> number));
        consumer.assign(all.keySet());
        Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(all.keySet());
        all.forEach((partition, number) -> {
            var known = Optional.ofNullable(committed.get(partition));
            var recorded = replay.positions().getOrDefault(number, 0L);
            consumer.seek(partition, known.map(OffsetAndMetadata::offset).orElse(recorded));
        });
        pauseWhatIsDone();
    }

    Replay replay() {
        return replay;
    }

    Pace pace() {
        return pace;
    }

    /// Reads a batch and collects what is to be written about it.
    Step next() {
        var transaction = new Transaction();
        var batch = new Batch(transaction);
        for (var record : poll()) {
            if (record.offset() < end(record.partition())) {
                batch.add(new DeadLetter(record));
            }
        }
        batch.enter();
        var positions = positions();
        var advanced = replay.advanced(positions, batch.counts(), Instant.now());
        if (advanced.remaining() == replay.remaining() && !advanced.state().isEnded()) {
            return new Step(transaction, replay, 0, 0);
        }
        var offsets = new HashMap<TopicPartition, Long>();
        positions.forEach((number, offset) -> offsets.put(topic.partition(number), offset));
        transaction.commit(consumer.groupMetadata(), offsets);
        return new Step(
                transaction,
                advanced,
                batch.counts().done(),
                replay.remaining() - advanced.remaining());
    }

    /// The consumer has no exception of its own for a batch that is corrupt: then another try, or
    /// another consumer, finds the same.
    private ConsumerRecords<byte[], byte[]> poll() {
        try {
            return consumer.poll(A_MOMENT);
        } catch (KafkaException e) {
            if (e.getClass() == KafkaException.class) {
                throw new IllegalStateException(
                        "The dead-letter topic can't be read: " + e.getMessage(), e);
            }
            throw e;
        }
    }

    void committed(Step step) {
        replay = step.replay();
        pace.stepped(step.written(), step.passed());
        pauseWhatIsDone();
    }

    /// Positions move past transaction markers too, so that a replay that is done has no lag.
    private Map<Integer, Long> positions() {
        return consumer.assignment().stream()
                .collect(
                        toMap(
                                TopicPartition::partition,
                                partition ->
                                        Math.min(
                                                consumer.position(partition),
                                                end(partition.partition()))));
    }

    private void pauseWhatIsDone() {
        Set<TopicPartition> assigned = consumer.assignment();
        consumer.pause(
                assigned.stream()
                        .filter(partition ->
                                consumer.position(partition) >= end(partition.partition()))
                        .toList());
    }

    private long end(int partition) {
        return replay.range().to().getOrDefault(partition, 0L);
    }

    private int partitionsOf(String target) {
        return partitions.computeIfAbsent(target, name -> consumer.partitionsFor(name).size());
    }

    @Override
    public void close() {
        consumer.close();
    }

    /// @param replay how it stands once the transaction is committed
    /// @param written how many dead letters it brings back
    /// @param passed how many offsets it goes on
    record Step(Transaction transaction, Replay replay, long written, long passed) {}

    /// What becomes of the dead letters of a batch.
    private final class Batch {

        private final Transaction transaction;
        private final Instant now = Instant.now();
        private final ToIntFunction<String> partitions = ReplayRun.this::partitionsOf;
        private final Map<SkipReason, Long> skipped = new EnumMap<>(SkipReason.class);
        private final Map<Entry, List<DeadLetterId>> entries = new HashMap<>();
        private long done;
        private long quarantined;

        Batch(Transaction transaction) {
            this.transaction = transaction;
        }

        void add(DeadLetter letter) {
            switch (judge.judge(letter, replay.request(), partitions)) {
                case Verdict.NotSelected _ -> {}
                case Verdict.Skip(var reason) -> skipped.merge(reason, 1L, Long::sum);
                case Verdict.Quarantine(var reason) -> {
                    var entry = Entry.quarantined(replay.id(), reason, replay.by(), now);
                    enter(letter, entry);
                    quarantined++;
                }
                case Verdict.Replay verdict -> {
                    var entry = Entry.replayed(replay.id(), verdict.count(), replay.by(), now);
                    enter(letter, entry);
                    transaction.write(ReplayRecords.record(letter, replay.id(), verdict));
                    done++;
                }
            }
        }

        private void enter(DeadLetter letter, Entry entry) {
            entries.computeIfAbsent(entry, _ -> new ArrayList<>()).add(letter.id());
        }

        /// To be called when all dead letters are added.
        void enter() {
            entries.forEach((entry, ids) -> ledger.enter(replay.id(), ids, entry, transaction));
        }

        Counts counts() {
            return new Counts(done, quarantined, skipped);
        }
    }
}
