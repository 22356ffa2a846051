package dev.kafkaorders.replayer.replay;

import dev.kafkaorders.replayer.deadletter.DeadLetter;
import dev.kafkaorders.replayer.deadletter.Targets;
import dev.kafkaorders.replayer.ledger.Ledger;
import dev.kafkaorders.replayer.ledger.State;
import dev.kafkaorders.replayer.masking.Masking;
import java.util.function.ToIntFunction;
import org.springframework.stereotype.Component;

/// Decides what a replay does about a dead letter. The only place that does; a dry run asks here
/// too.
@Component
class Judge {

    private final Ledger ledger;
    private final Masking masking;
    private final Targets targets;
    private final ReplaySettings settings;

    Judge(Ledger ledger, Masking masking, Targets targets, ReplaySettings settings) {
        this.ledger = ledger;
        this.masking = masking;
        this.targets = targets;
        this.settings = settings;
    }

    /// @param partitions how many partitions a topic has
    Verdict judge(DeadLetter letter, ReplayRequest request, ToIntFunction<String> partitions) {
        if (!request.selection().includes(letter, ledger, masking)) {
            return new Verdict.NotSelected();
        }
        var known = ledger.of(letter.id());
        if (known.state() == State.QUARANTINED) {
            return new Verdict.Skip(SkipReason.QUARANTINED);
        }
        if (known.state() == State.REPLAYED && !request.force()) {
            return new Verdict.Skip(SkipReason.ALREADY_REPLAYED);
        }
        if (known.state() == State.DISCARDED && !request.force()) {
            return new Verdict.Skip(SkipReason.DISCARDED);
        }
        var target = targets.of(letter, request.target());
        if (target.isEmpty()) {
            return new Verdict.Skip(SkipReason.TARGET_NOT_ALLOWED);
        }
        if (letter.originPartition() >= partitions.applyAsInt(target.get())) {
            return new Verdict.Skip(SkipReason.NO_SUCH_PARTITION);
        }
        var before = Math.max(letter.replayCount(), known.replayCount());
        if (before < settings.maxReplays()) {
            return new Verdict.Replay(target.get(), before + 1);
        }
        // What took effect stays what it is.
        return known.state() == State.OPEN
                ? new Verdict.Quarantine("replayed " + before + " times already")
                : new Verdict.Skip(SkipReason.REPLAYED_TOO_OFTEN);
    }
}
