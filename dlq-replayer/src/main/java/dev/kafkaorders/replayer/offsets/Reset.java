package dev.kafkaorders.replayer.offsets;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kafkaorders.replayer.group.Member;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A reset of a group's offsets, from its plan on.
///
/// @param target what was asked for, for a person
/// @param stopGroup whether a group that runs is stopped for it
/// @param members who would be stopped
/// @param by who asked for what it says last
/// @param at since when it is in this state
/// @param reason why it failed or was interrupted; null unless it was
/// @param undoes the reset that this one takes back; null if it takes back none
/// @param undoneBy the reset that took this one back; null if none did
public record Reset(
        UUID id,
        String group,
        String target,
        boolean stopGroup,
        State state,
        List<Move> partitions,
        List<Member> members,
        String by,
        Instant at,
        @Nullable String reason,
        @Nullable UUID undoes,
        @Nullable UUID undoneBy) {

    /// How far it is.
    public enum State {
        /// Nothing has happened.
        PLANNED,
        /// The group is being stopped.
        STOPPING,
        /// The offsets are being altered.
        EXECUTING,
        /// The offsets are altered.
        EXECUTED,
        /// Nothing was altered.
        FAILED,
        /// Nobody knows whether the offsets were altered: the replayer died or Kafka didn't answer,
        /// and the group has gone on since.
        INTERRUPTED,
        /// The offsets were altered, and put back.
        UNDONE
    }

    /// How many offsets are read again, of all partitions.
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public long redelivered() {
        return partitions.stream().mapToLong(Move::redelivered).sum();
    }

    /// How many offsets are not read, of all partitions.
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public long skipped() {
        return partitions.stream().mapToLong(Move::skipped).sum();
    }

    Reset in(State now, String who, Instant when) {
        return become(now, reason, undoneBy, who, when);
    }

    Reset failed(String why, String who, Instant when) {
        return become(State.FAILED, why, undoneBy, who, when);
    }

    Reset settled(Aftermath aftermath, Instant when) {
        return become(aftermath.state(), aftermath.reason(), undoneBy, by, when);
    }

    Reset undone(UUID byReset, String who, Instant when) {
        return become(State.UNDONE, reason, byReset, who, when);
    }

    private Reset become(
            State now, @Nullable String why, @Nullable UUID byReset, String who, Instant when) {
        return new Reset(
                id,
                group,
                target,
                stopGroup,
                now,
                partitions,
                members,
                who,
                when,
                why,
                undoes,
                byReset);
    }

    Reset moving(List<Move> moves) {
        return new Reset(
                id, group, target, stopGroup, state, moves, members, by, at, reason, undoes,
                undoneBy);
    }

    /// A plan that takes this one back.
    Reset inverse(String who, Instant when) {
        return new Reset(
                UUID.randomUUID(),
                group,
                "undo of " + id,
                stopGroup,
                State.PLANNED,
                partitions.stream().map(Move::back).toList(),
                members,
                who,
                when,
                null,
                id,
                null);
    }
}
