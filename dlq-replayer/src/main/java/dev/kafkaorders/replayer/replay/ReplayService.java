package dev.kafkaorders.replayer.replay;

import dev.kafkaorders.replayer.deadletter.DeadLetter;
import dev.kafkaorders.replayer.deadletter.DeadLetterTopic;
import dev.kafkaorders.replayer.deadletter.DeadLetterTopic.Range;
import dev.kafkaorders.replayer.writing.Transaction;
import dev.kafkaorders.replayer.writing.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.apache.kafka.clients.consumer.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/// What an operator can do about replays.
@Service
public class ReplayService {

    private static final Logger log = LoggerFactory.getLogger(ReplayService.class);

    private static final int MAX_POLL_RECORDS = 5_000;
    private static final Duration A_MOMENT = Duration.ofMillis(100);

    private final DeadLetterTopic topic;
    private final Replays replays;
    private final ReplayWorker worker;
    private final Judge judge;
    private final Writer writer;
    private final ReplaySettings settings;

    ReplayService(
            DeadLetterTopic topic,
            Replays replays,
            ReplayWorker worker,
            Judge judge,
            Writer writer,
            ReplaySettings settings) {
        this.topic = topic;
        this.replays = replays;
        this.worker = worker;
        this.judge = judge;
        this.writer = writer;
        this.settings = settings;
    }

    /// How fast a replay goes; empty when it isn't under way.
    public Optional<Speed> speed(Replay replay) {
        return worker.pace(replay.id())
                .map(pace -> {
                    var eta = pace.passed() > 0 ? replay.remaining() / pace.passed() : Double.NaN;
                    return new Speed(
                            pace.written(),
                            Double.isNaN(eta)
                                    ? Optional.empty()
                                    : Optional.of(Duration.ofMillis(Math.round(eta * 1_000))));
                });
    }

    /// Begins a replay, of what is in the topic now.
    public Replay start(ReplayRequest request, String by) {
        var id = UUID.randomUUID();
        var range = range(request);
        var planned = Replay.planned(id, request, range, by, Instant.now());
        return writer.perform(transaction -> start(planned, transaction));
    }

    private Range range(ReplayRequest request) {
        try (var consumer = topic.open(1)) {
            return range(consumer, request);
        }
    }

    private Range range(Consumer<?, ?> consumer, ReplayRequest request) {
        var selection = request.selection();
        return selection.within(topic.range(consumer, selection.window()));
    }

    private Replay start(Replay planned, Transaction transaction) {
        var known = replays.find(planned.id());
        if (known.isPresent()) {
            return known.get();
        }
        replays.save(planned, transaction);
        transaction.afterwards(() ->
                log.atInfo()
                        .addKeyValue("replay", planned.id())
                        .addKeyValue("remaining", planned.remaining())
                        .addKeyValue("by", planned.by())
                        .log("A replay begins"));
        return planned;
    }

    /// Pauses, resumes or cancels a replay.
    public ChangeResult change(UUID id, ReplayState wanted, String by) {
        return writer.perform(transaction -> change(id, wanted, by, transaction));
    }

    private ChangeResult change(UUID id, ReplayState wanted, String by, Transaction transaction) {
        var found = replays.find(id);
        if (found.isEmpty()) {
            return new ChangeResult.Unknown();
        }
        var replay = found.get();
        if (replay.state() == wanted) {
            return new ChangeResult.Changed(replay);
        }
        if (!replay.state().mayBecome(wanted)) {
            return new ChangeResult.Impossible(replay.state());
        }
        var changed = replay.become(wanted, null, Instant.now());
        replays.save(changed, transaction);
        transaction.afterwards(() ->
                log.atInfo()
                        .addKeyValue("replay", id)
                        .addKeyValue("state", wanted.text())
                        .addKeyValue("by", by)
                        .log("A replay was changed"));
        return new ChangeResult.Changed(changed);
    }

    /// What a replay would do now.
    public DryRun dryRun(ReplayRequest request) {
        var result = new DryRun();
        try (var consumer = topic.open(MAX_POLL_RECORDS)) {
            var partitions = new HashMap<String, Integer>();
            ToIntFunction<String> partitionsOf =
                    name ->
                            partitions.computeIfAbsent(
                                    name, target -> consumer.partitionsFor(target).size());
            var range = range(consumer, request);
            var deadline = System.nanoTime() + settings.maxDryRun().toNanos();
            seek(consumer, range);
            while (!isThrough(consumer, range)) {
                if (System.nanoTime() > deadline) {
                    result.endedEarly();
                    break;
                }
                for (var record : consumer.poll(A_MOMENT)) {
                    if (record.offset() < range.to().getOrDefault(record.partition(), 0L)) {
                        var letter = new DeadLetter(record);
                        result.add(letter, judge.judge(letter, request, partitionsOf));
                    }
                }
            }
        }
        return result;
    }

    private void seek(Consumer<?, ?> consumer, Range range) {
        consumer.assign(range.to().keySet().stream().map(topic::partition).toList());
        range.from().forEach((number, offset) -> consumer.seek(topic.partition(number), offset));
    }

    private boolean isThrough(Consumer<?, ?> consumer, Range range) {
        var through =
                range.to().keySet().stream()
                        .map(topic::partition)
                        .filter(partition ->
                                consumer.position(partition)
                                        >= range.to().getOrDefault(partition.partition(), 0L))
                        .toList();
        consumer.pause(through);
        return through.size() == range.to().size();
    }

    /// How fast a replay goes.
    ///
    /// @param perSecond dead letters written per second, lately
    /// @param remaining how long it will take
    public record Speed(double perSecond, Optional<Duration> remaining) {}
}
