package dev.kafkaorders.replayer.replay;

import dev.kafkaorders.replayer.deadletter.DeadLetter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a replay would do, if nothing happened in between.
public final class DryRun {

    private static final int FIRST_KEYS = 100;
    private static final int SAMPLE = 10;

    private final Map<SkipReason, Long> skipped = new EnumMap<>(SkipReason.class);
    private final List<DeadLetter> sample = new ArrayList<>();
    private final Set<String> firstKeys = new LinkedHashSet<>();
    private final Set<Long> keys = new HashSet<>();
    private long replayed;
    private long quarantined;
    private boolean complete = true;

    void add(DeadLetter letter, Verdict verdict) {
        switch (verdict) {
            case Verdict.NotSelected _ -> {}
            case Verdict.Skip(var reason) -> skipped.merge(reason, 1L, Long::sum);
            case Verdict.Quarantine _ -> quarantined++;
            case Verdict.Replay _ -> {
                replayed++;
                addKey(letter.key());
                if (sample.size() < SAMPLE) {
                    sample.add(letter);
                }
            }
        }
    }

    private void addKey(@Nullable String key) {
        if (key != null) {
            keys.add(hash(key));
            if (firstKeys.size() < FIRST_KEYS) {
                firstKeys.add(key);
            }
        }
    }

    /// Keys are counted by 64 bits of them, so that many long ones take no memory.
    private static long hash(String key) {
        var hash = 0xcbf2_9ce4_8422_2325L;
        for (var i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * 0x100_0000_01b3L;
        }
        return hash;
    }

    void endedEarly() {
        complete = false;
    }

    public long replayed() {
        return replayed;
    }

    public long quarantined() {
        return quarantined;
    }

    public Map<SkipReason, Long> skipped() {
        return Map.copyOf(skipped);
    }

    /// How many different keys what would be replayed has.
    public int keyCount() {
        return keys.size();
    }

    public List<String> firstKeys() {
        return List.copyOf(firstKeys);
    }

    public List<DeadLetter> sample() {
        return List.copyOf(sample);
    }

    /// Whether it went through all of the selection.
    public boolean isComplete() {
        return complete;
    }
}
