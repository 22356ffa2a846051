package dev.kafkaorders.replayer.replay;

import static java.util.stream.Collectors.toSet;

import dev.kafkaorders.replayer.audit.Audit;
import dev.kafkaorders.replayer.deadletter.DeadLetterTopic;
import dev.kafkaorders.replayer.ledger.Ledger;
import dev.kafkaorders.replayer.writing.Clients;
import dev.kafkaorders.replayer.writing.Faults;
import dev.kafkaorders.replayer.writing.NotCommittedException;
import dev.kafkaorders.replayer.writing.Transaction;
import dev.kafkaorders.replayer.writing.Worker;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Has every running replay do a batch in turn. One that can't go on is [ReplayState#FAILED] and
/// holds up no other.
@Component
class ReplayWorker implements Worker {

    private static final Logger log = LoggerFactory.getLogger(ReplayWorker.class);

    private static final Duration IDLE = Duration.ofSeconds(1);

    private final Clients clients;
    private final DeadLetterTopic topic;
    private final Ledger ledger;
    private final Judge judge;
    private final Replays replays;
    private final ReplaySettings settings;
    private final ReplayMetrics metrics;
    private final Runs runs;
    private final Audit audit;
    private final Map<UUID, Long> loggedAt = new HashMap<>();
    private final Map<UUID, String> failures = new HashMap<>();

    ReplayWorker(
            Clients clients,
            DeadLetterTopic topic,
            Ledger ledger,
            Judge judge,
            Replays replays,
            ReplaySettings settings,
            ReplayMetrics metrics,
            Runs runs,
            Audit audit) {
        this.clients = clients;
        this.topic = topic;
        this.ledger = ledger;
        this.judge = judge;
        this.replays = replays;
        this.settings = settings;
        this.metrics = metrics;
        this.runs = runs;
        this.audit = audit;
    }

    @Override
    public void begin() {
        replays.in(ReplayState.RUNNING)
                .forEach(replay ->
                        log.atInfo()
                                .addKeyValue("replay", replay.id())
                                .addKeyValue("done", replay.counts().done())
                                .addKeyValue("remaining", replay.remaining())
                                .log("A replay goes on"));
    }

    @Override
    public Duration work(Consumer<Transaction> committer) {
        recordFailures(committer);
        var running = replays.in(ReplayState.RUNNING);
        endOthersThan(running.stream().map(Replay::id).collect(toSet()));
        var wait = IDLE;
        for (var replay : running) {
            var untilNext = turn(replay, committer);
            wait = untilNext.compareTo(wait) < 0 ? untilNext : wait;
        }
        return wait;
    }

    private Duration turn(Replay replay, Consumer<Transaction> committer) {
        try {
            var run = runs.begun(replay.id(), () -> run(replay));
            if (run.pace().untilNext().isZero()) {
                step(run, committer);
            }
            return run.pace().untilNext();
        } catch (NotCommittedException e) {
            if (e.isRefusal()) {
                failures.put(replay.id(), e.reason().getClass().getSimpleName());
            }
            throw e;
        } catch (KafkaException e) {
            if (!Faults.isRefusal(e)) {
                throw e;
            }
            return failed(replay, e);
        } catch (RuntimeException e) {
            return failed(replay, e);
        }
    }

    private Duration failed(Replay replay, RuntimeException e) {
        log.atError().setCause(e).addKeyValue("replay", replay.id()).log("A replay failed");
        failures.put(replay.id(), e.toString());
        return Duration.ZERO;
    }

    private ReplayRun run(Replay replay) {
        return new ReplayRun(replay, clients, topic, ledger, judge, settings);
    }

    private void step(ReplayRun run, Consumer<Transaction> committer) {
        var step = run.next();
        if (step.passed() == 0 && !step.replay().state().isEnded()) {
            return;
        }
        var replay = step.replay();
        replays.save(replay, step.transaction());
        if (replay.state().isEnded()) {
            var end = ReplayAudit.end(run.replay(), replay);
            step.transaction().write(audit.consequence(end, replay.state().text()));
        }
        committer.accept(step.transaction());
        run.committed(step);
        metrics.replayed(step.written());
        tell(replay, run.pace());
    }

    private void tell(Replay replay, Pace pace) {
        var now = System.nanoTime();
        var last = loggedAt.computeIfAbsent(replay.id(), _ -> now);
        var isDone = replay.state().isEnded();
        if (!isDone && now - last < settings.logInterval().toNanos()) {
            return;
        }
        loggedAt.put(replay.id(), now);
        log.atInfo()
                .addKeyValue("replay", replay.id())
                .addKeyValue("done", replay.counts().done())
                .addKeyValue("skipped", replay.counts().skipped())
                .addKeyValue("quarantined", replay.counts().quarantined())
                .addKeyValue("remaining", replay.remaining())
                .addKeyValue("perSecond", Math.round(pace.written()))
                .log(isDone ? "A replay is done" : "A replay is under way");
    }

    private void recordFailures(Consumer<Transaction> committer) {
        Map.copyOf(failures)
                .forEach((id, why) -> {
                    replays.find(id)
                            .filter(replay -> replay.state() == ReplayState.RUNNING)
                            .ifPresent(replay -> fail(replay, why, committer));
                    failures.remove(id);
                });
    }

    private void fail(Replay replay, String why, Consumer<Transaction> committer) {
        var failed = replay.become(ReplayState.FAILED, why, Instant.now());
        var transaction = new Transaction();
        replays.save(failed, transaction);
        transaction.write(audit.consequence(ReplayAudit.end(replay, failed), why));
        committer.accept(transaction);
        log.atError()
                .addKeyValue("replay", replay.id())
                .addKeyValue("reason", why)
                .addKeyValue("remedy", "repair it, then resume or cancel the replay")
                .log("A replay failed");
    }

    @Override
    public void end() {
        endOthersThan(Set.of());
    }

    private void endOthersThan(Set<UUID> replays) {
        runs.endOthersThan(replays);
        loggedAt.keySet().retainAll(replays);
    }
}
