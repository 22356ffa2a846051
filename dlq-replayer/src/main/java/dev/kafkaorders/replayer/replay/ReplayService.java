package dev.kafkaorders.replayer.replay;

import dev.kafkaorders.replayer.audit.AuditedWriter;
import dev.kafkaorders.replayer.audit.Decision;
import dev.kafkaorders.replayer.deadletter.DeadLetter;
import dev.kafkaorders.replayer.deadletter.DeadLetterTopic;
import dev.kafkaorders.replayer.deadletter.DeadLetterTopic.Range;
import dev.kafkaorders.replayer.writing.Transaction;
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
    private final Runs runs;
    private final Judge judge;
    private final AuditedWriter writer;
    private final ReplaySettings settings;

    ReplayService(
            DeadLetterTopic topic,
            Replays replays,
            Runs runs,
            Judge judge,
            AuditedWriter writer,
            ReplaySettings settings) {
        this.topic = topic;
        this.replays = replays;
        this.runs = runs;
        this.judge = judge;
        this.writer = writer;
        this.settings = settings;
    }

    /// How fast a replay goes; empty when it isn't under way.
    public Optional<Speed> speed(Replay replay) {
        return runs.pace(replay.id())
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
        return writer.perform(
                ReplayAudit.start(planned), transaction -> start(planned, transaction));
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

    private Decision<Replay> start(Replay planned, Transaction transaction) {
        var known = replays.find(planned.id());
        if (known.isPresent()) {
            return new Decision.DoneBefore<>(known.get());
        }
        replays.save(planned, transaction);
        transaction.afterwards(() ->
                log.atInfo()
                        .addKeyValue("replay", planned.id())
                        .addKeyValue("remaining", planned.remaining())
                        .addKeyValue("by", planned.by())
                        .log("A replay begins"));
        return new Decision.Done<>(planned, null, ReplayAudit.standing(planned));
    }

    /// Pauses, resumes or cancels a replay.
    public ChangeResult change(UUID id, ReplayState wanted, String by) {
        return replays.find(id)
                .map(replay ->
                        writer.perform(
                                ReplayAudit.change(replay, wanted, by),
                                transaction -> change(id, wanted, by, transaction)))
                .orElseGet(ChangeResult.Unknown::new);
    }

    private Decision<ChangeResult> change(
            UUID id, ReplayState wanted, String by, Transaction transaction) {
        var found = replays.find(id);
        if (found.isEmpty()) {
            return new Decision.Refused<>(new ChangeResult.Unknown(), "it is unknown");
        }
        var replay = found.get();
        var before = ReplayAudit.standing(replay);
        if (replay.state() == wanted) {
            return new Decision.Done<>(new ChangeResult.Changed(replay), before, before);
        }
        if (!replay.state().mayBecome(wanted)) {
            return new Decision.Refused<>(
                    new ChangeResult.Impossible(replay.state()), "it is " + replay.state().text());
        }
        var changed = replay.become(wanted, null, Instant.now());
        replays.save(changed, transaction);
        transaction.afterwards(() ->
                log.atInfo()
                        .addKeyValue("replay", id)
                        .addKeyValue("state", wanted.text())
                        .addKeyValue("by", by)
                        .log("A replay was changed"));
        return new Decision.Done<>(
                new ChangeResult.Changed(changed), before, ReplayAudit.standing(changed));
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
