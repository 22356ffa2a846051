package dev.kafkaorders.lab.benchmark.result;

import dev.kafkaorders.lab.benchmark.frame.Figure;
import dev.kafkaorders.lab.benchmark.frame.Goal;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.function.DoublePredicate;

/// Whether a goal is reached.
///
/// @param measured the figure beside what was wanted
public record Verdict(String goal, Outcome outcome, String measured) {
    /// What it can be.
    public enum Outcome {
        REACHED,
        MISSED,
        /// One of its figures is missing: its cell was left out, or its arm failed.
        NOT_MEASURED;

        /// In lower case, for people.
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        static Outcome reachedIf(boolean reached) {
            return reached ? REACHED : MISSED;
        }
    }

    private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.DOWN);

    static Verdict on(Goal goal, BenchmarkResult result) {
        return switch (goal) {
            case Goal.AtLeastTimes ratio -> on(ratio, result);
            case Goal.AtLeast(_, var figure, var limit) ->
                    on(goal, figure, limit, value -> value >= limit, result);
            case Goal.AtMost(_, var figure, var limit) ->
                    on(goal, figure, limit, value -> value <= limit, result);
        };
    }

    private static Verdict on(Goal.AtLeastTimes goal, BenchmarkResult result) {
        var figure = result.median(goal.figure());
        var than = result.median(goal.than());
        if (figure.isEmpty() || than.isEmpty()) {
            return notMeasured(goal);
        }
        var factor = figure.get() / than.get();
        return new Verdict(
                goal.text(),
                Outcome.reachedIf(factor >= goal.factor()),
                "%s x (%s x wanted)".formatted(threeDigits(factor), threeDigits(goal.factor())));
    }

    /// Never rounded up, so that what is missed by a hair doesn't look as if it were reached.
    private static String threeDigits(double value) {
        return !Double.isFinite(value)
                ? Double.toString(value)
                : new BigDecimal(Double.toString(value)).round(THREE_DIGITS).toPlainString();
    }

    private static Verdict on(
            Goal goal,
            Figure figure,
            double limit,
            DoublePredicate isReached,
            BenchmarkResult result) {
        return result.median(figure)
                .map(value ->
                        new Verdict(
                                goal.text(),
                                Outcome.reachedIf(isReached.test(value)),
                                String.format(
                                        Locale.ROOT,
                                        "%.1f %s (%.1f wanted)",
                                        value,
                                        figure.metric().unit(),
                                        limit)))
                .orElseGet(() -> notMeasured(goal));
    }

    private static Verdict notMeasured(Goal goal) {
        return new Verdict(goal.text(), Outcome.NOT_MEASURED, "");
    }
}
