package dev.kafkaorders.replayer.offsets;

import dev.kafkaorders.replayer.control.GroupControl;
import dev.kafkaorders.replayer.group.ConsumerGroups;
import dev.kafkaorders.replayer.offsets.Reset.State;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/// The resets of groups' offsets: `replayer.offset.resets` counts them by result.
///
/// One at a time here. Another instance that executes the same plan finds that the group has moved,
/// or is refused by the group's coordinator.
@Component
public class Resets {

    private static final String METRIC = "replayer.offset.resets";
    private static final Set<State> UNDER_WAY = Set.of(State.STOPPING, State.EXECUTING);
    private static final Set<State> UNDOABLE =
            Set.of(State.EXECUTED, State.EXECUTING, State.INTERRUPTED);

    private final Planner planner;
    private final Execution execution;
    private final ConsumerGroups groups;
    private final GroupControl control;
    private final ResetLog log;
    private final MeterRegistry meters;
    private final Clock clock;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    Resets(
            Planner planner,
            Execution execution,
            ConsumerGroups groups,
            GroupControl control,
            ResetLog log,
            MeterRegistry meters,
            Clock clock) {
        this.planner = planner;
        this.execution = execution;
        this.groups = groups;
        this.control = control;
        this.log = log;
        this.meters = meters;
        this.clock = clock;
        // So that a dashboard shows 0 rather than nothing before the first of a kind.
        List.of("planned", "executed", "undone", "refused", "interrupted").forEach(this::counter);
    }

    /// All of them, the newest first.
    public List<Reset> all() {
        return log.all();
    }

    /// The one of that id, if there is one.
    public Optional<Reset> find(UUID id) {
        return log.find(id);
    }

    /// Works out what would be done, and keeps it. Alters nothing.
    public ResetResult plan(
            String group, Target target, Scope scope, boolean stopGroup, String who) {
        var found = groups.named(group);
        if (found.isEmpty()) {
            return counted("planned", new ResetResult.Refused(new Refusal.NoSuchGroup(group)));
        }
        if (stopGroup && !control.canStop(group)) {
            return counted(
                    "planned",
                    new ResetResult.Refused(
                            new Refusal.Impossible(
                                    "the group does not listen to consumer-control: stop its"
                                            + " consumers yourself and leave out stopGroup")));
        }
        if (target instanceof Target.LikeGroup(var other) && groups.named(other).isEmpty()) {
            return counted("planned", new ResetResult.Refused(new Refusal.NoSuchGroup(other)));
        }
        return counted(
                "planned",
                switch (planner.plan(group, target, scope)) {
                    case Planner.Outcome.No(var refusal) -> new ResetResult.Refused(refusal);
                    case Planner.Outcome.Moves(var moves) -> {
                        var plan =
                                new Reset(
                                        UUID.randomUUID(),
                                        group,
                                        text(target),
                                        stopGroup,
                                        State.PLANNED,
                                        moves,
                                        found.get().members(),
                                        who,
                                        clock.instant(),
                                        null,
                                        null,
                                        null);
                        log.write(plan);
                        yield new ResetResult.Accepted(plan);
                    }
                });
    }

    /// Does what was planned, once.
    public ResetResult execute(UUID id, String who) {
        oneAtATime.lock();
        try {
            var plan = log.find(id);
            if (plan.isEmpty()) {
                return new ResetResult.Refused(new Refusal.NoSuchReset());
            }
            if (plan.get().state() != State.PLANNED) {
                return counted(
                        "executed",
                        new ResetResult.Refused(new Refusal.NotNow(plan.get().state())));
            }
            return counted("executed", execution.execute(plan.get(), who));
        } finally {
            oneAtATime.unlock();
        }
    }

    /// Puts the group back to where it was before, by a reset of its own. One that was interrupted
    /// while the offsets were altered can be undone too: if they weren't, the group isn't where the
    /// plan would have it, and that is refused.
    public ResetResult undo(UUID id, String who) {
        oneAtATime.lock();
        try {
            var found = log.find(id);
            if (found.isEmpty()) {
                return new ResetResult.Refused(new Refusal.NoSuchReset());
            }
            var reset = found.get();
            if (!UNDOABLE.contains(reset.state())) {
                return counted(
                        "undone", new ResetResult.Refused(new Refusal.NotNow(reset.state())));
            }
            var undo = execution.execute(reset.inverse(who, clock.instant()), who);
            if (undo instanceof ResetResult.Accepted(var done)) {
                log.write(reset.undone(done.id(), who, clock.instant()));
            }
            return counted("undone", undo);
        } finally {
            oneAtATime.unlock();
        }
    }

    /// Says of each reset that was interrupted what came of it, once that can be said.
    void settleInterrupted() {
        // Whoever is at work here isn't interrupted, and there is a next time.
        if (!oneAtATime.tryLock()) {
            return;
        }
        try {
            log.all().stream()
                    .filter(reset -> UNDER_WAY.contains(reset.state()))
                    .forEach(this::settle);
        } finally {
            oneAtATime.unlock();
        }
    }

    private void settle(Reset reset) {
        Aftermath.of(reset, groups.committed(reset.group()), clock.instant(), control.deadline())
                .ifPresent(aftermath -> {
                    execution.settle(reset, aftermath);
                    counter("interrupted").increment();
                });
    }

    private static String text(Target target) {
        return switch (target) {
            case Target.Earliest _ -> "earliest";
            case Target.Latest _ -> "latest";
            case Target.Timestamp(var time) -> "timestamp " + time;
            case Target.DurationAgo(var duration) -> duration + " ago";
            case Target.Offset(var offset) -> "offset " + offset;
            case Target.ShiftBy(var records) -> "shift by " + records;
            case Target.LikeGroup(var group) -> "like group " + group;
            case Target.Csv(var offsets) -> "csv of " + offsets.size() + " partitions";
        };
    }

    private ResetResult counted(String what, ResetResult result) {
        counter(result instanceof ResetResult.Accepted ? what : "refused").increment();
        return result;
    }

    private Counter counter(String result) {
        return meters.counter(METRIC, "result", result);
    }
}
