package dev.kafkaorders.lab.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What an auditor finds on its way through a history. Sentences are formatted when they are needed
/// only: most checks find nothing.
@SuppressWarnings("AnnotateFormatMethod") // One class is no reason for one more library.
final class Findings {

    /// A broken promise is mostly broken many times, and the first few tell how.
    private static final int SHOWN = 10;

    private final List<String> evidence = new ArrayList<>();
    private long violations;

    void add(String sentence, @Nullable Object... what) {
        violations++;
        if (evidence.size() < SHOWN) {
            evidence.add(String.format(Locale.ROOT, sentence, what));
        }
    }

    void unless(boolean isWell, String sentence, @Nullable Object... what) {
        if (!isWell) {
            add(sentence, what);
        }
    }

    Verdict verdict(String figure, Object... numbers) {
        var told = String.format(Locale.ROOT, figure, numbers);
        return violations == 0
                ? new Verdict.Holds(told)
                : new Verdict.Broken(told, violations, evidence);
    }
}
