package dev.kafkaorders.replayer.replay;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/// The replays that are under way in this instance. Begun and ended by the writer's thread alone;
/// everybody may ask how fast they go.
@Component
class Runs {

    private final Map<UUID, ReplayRun> runs = new ConcurrentHashMap<>();

    /// How fast a replay goes; empty when it isn't under way here.
    Optional<Pace> pace(UUID replay) {
        return Optional.ofNullable(runs.get(replay)).map(ReplayRun::pace);
    }

    /// Dead letters that all of them write per second, lately; 0 when there is none.
    double perSecond() {
        return runs.values().stream().mapToDouble(run -> run.pace().written()).sum();
    }

    ReplayRun begun(UUID replay, Supplier<ReplayRun> begin) {
        return runs.computeIfAbsent(replay, _ -> begin.get());
    }

    /// Ends all but these.
    void endOthersThan(Set<UUID> replays) {
        runs.keySet().stream().filter(id -> !replays.contains(id)).forEach(this::end);
    }

    private void end(UUID replay) {
        var run = runs.remove(replay);
        if (run != null) {
            run.close();
        }
    }
}
