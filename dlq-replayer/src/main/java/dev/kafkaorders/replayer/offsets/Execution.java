package dev.kafkaorders.replayer.offsets;

import dev.kafkaorders.replayer.audit.Audit;
import dev.kafkaorders.replayer.audit.Operation;
import dev.kafkaorders.replayer.control.GroupControl;
import dev.kafkaorders.replayer.group.ConsumerGroups;
import dev.kafkaorders.replayer.offsets.Reset.State;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Carries out a plan: looks whether it still holds, has the group stopped if it runs, looks again,
/// alters the offsets, calls the group back.
///
/// Each step is written down before it is taken. If the replayer dies in between, the group comes
/// back by itself, the log of resets tells how far it was, and [InterruptedResets] what came of it.
@Component
class Execution {

    private final ConsumerGroups groups;
    private final GroupControl control;
    private final OffsetWriter offsets;
    private final ResetLog log;
    private final Audit audit;
    private final Clock clock;

    Execution(
            ConsumerGroups groups,
            GroupControl control,
            OffsetWriter offsets,
            ResetLog log,
            Audit audit,
            Clock clock) {
        this.groups = groups;
        this.control = control;
        this.offsets = offsets;
        this.log = log;
        this.audit = audit;
        this.clock = clock;
    }

    /// Takes some seconds when the group has to be stopped.
    ResetResult execute(Reset plan, String who) {
        var group = groups.named(plan.group());
        if (group.isEmpty()) {
            return refused(new Refusal.NoSuchGroup(plan.group()));
        }
        var active = group.get().isActive();
        var canStop = control.canStop(plan.group());
        if (active && !(plan.stopGroup() && canStop)) {
            return refused(new Refusal.Active(plan.group(), group.get().members().size(), canStop));
        }
        var moved = moved(plan, groups.committed(plan.group()), active);
        if (moved.isPresent()) {
            return refused(moved.get());
        }
        var act =
                audit.intend(
                        new Operation(
                                who,
                                plan.undoes() == null ? "offset-reset" : "offset-reset-undo",
                                plan.group(),
                                plan.partitions().stream().map(Position::before).toList(),
                                plan.partitions().stream().map(Position::after).toList()));
        try {
            var result = active ? executeStopped(plan, who) : alter(plan, who, false);
            switch (result) {
                case ResetResult.Accepted(var reset) ->
                        act.done(
                                reset.partitions().stream().map(Position::before).toList(),
                                reset.partitions().stream().map(Position::after).toList());
                case ResetResult.Refused(var refusal) -> act.failed(refusal.toString());
            }
            return result;
        } catch (RuntimeException e) {
            act.failed(e.toString());
            throw e;
        }
    }

    private ResetResult executeStopped(Reset plan, String who) {
        log.write(plan.in(State.STOPPING, who, clock.instant()));
        try {
            if (!control.stop(plan.group(), who)) {
                return failed(plan, new Refusal.NotStopped(plan.group()), who);
            }
            return alter(plan, who, true);
        } finally {
            control.run(plan.group(), who);
        }
    }

    private ResetResult alter(Reset plan, String who, boolean wasActive) {
        var committed = groups.committed(plan.group());
        var moved = moved(plan, committed, wasActive);
        if (moved.isPresent()) {
            return failed(plan, moved.get(), who);
        }
        var moves =
                plan.partitions().stream()
                        .map(move -> move.from(committed.get(move.topicPartition())))
                        .toList();
        var measured = plan.moving(moves);
        log.write(measured.in(State.EXECUTING, who, clock.instant()));
        // What is thrown leaves it as it is: where the group is tells later what came of it.
        if (!offsets.write(plan.group(), moves)) {
            return failed(plan, new Refusal.NotStopped(plan.group()), who);
        }
        var executed = measured.in(State.EXECUTED, who, clock.instant());
        log.write(executed);
        return new ResetResult.Accepted(executed);
    }

    /// Writes down what came of a reset that was interrupted.
    void settle(Reset reset, Aftermath aftermath) {
        var settled = reset.settled(aftermath, clock.instant());
        audit.tell(
                new Operation(
                        reset.by(),
                        "offset-reset-interrupted",
                        reset.group(),
                        reset.partitions().stream().map(Position::before).toList(),
                        reset.partitions().stream().map(Position::after).toList()),
                aftermath.reason() == null ? "all was done" : aftermath.reason());
        log.write(settled);
    }

    /// Unless another instance has carried out the same plan meanwhile.
    private ResetResult failed(Reset plan, Refusal refusal, String who) {
        var now = log.find(plan.id()).map(Reset::state).orElse(plan.state());
        if (now == State.EXECUTED || now == State.UNDONE) {
            return refused(new Refusal.NotNow(now));
        }
        log.write(plan.failed(refusal.toString(), who, clock.instant()));
        return refused(refusal);
    }

    /// A group that runs, or ran until it was stopped for this, goes on between plan and execution.
    private static Optional<Refusal> moved(
            Reset plan, Map<TopicPartition, Long> committed, boolean running) {
        var moved =
                plan.partitions().stream()
                        .filter(move -> {
                            var found = committed.get(move.topicPartition());
                            return !(running ? move.isStillMeantAt(found) : move.startsAt(found));
                        })
                        .map(move -> move.topicPartition().toString())
                        .toList();
        return moved.isEmpty() ? Optional.empty() : Optional.of(new Refusal.Moved(moved));
    }

    private static ResetResult refused(Refusal refusal) {
        return new ResetResult.Refused(refusal);
    }

    /// A partition's offset, for the audit.
    private record Position(String topic, int partition, @Nullable Long offset) {

        static Position before(Move move) {
            return new Position(move.topic(), move.partition(), move.before());
        }

        static Position after(Move move) {
            return new Position(move.topic(), move.partition(), move.after());
        }
    }
}
