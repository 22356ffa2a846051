package dev.kafkaorders.lab.benchmark.workload;

/// What the payment gateway does to the orders of a cell, by the cards that they are paid with.
///
/// @param latencyMillis how long it takes for each order that it accepts at once
/// @param failingPercent how many in a hundred orders fail once and are accepted when they are
///   tried again; a divisor of 100, or 0
public record CardMix(int latencyMillis, int failingPercent) {
    /// Every order is accepted at once.
    public static final CardMix GOOD = new CardMix(0, 0);

    private static final int HUNDRED = 100;

    public CardMix {
        if (latencyMillis < 0) {
            throw new IllegalArgumentException("A latency of " + latencyMillis + " ms");
        }
        if (failingPercent < 0 || (failingPercent > 0 && HUNDRED % failingPercent != 0)) {
            throw new IllegalArgumentException(failingPercent + " is no divisor of 100");
        }
    }

    /// Such as `gateway 10 ms, 1 % failing`.
    public String description() {
        return "gateway %d ms, %d %% failing".formatted(latencyMillis, failingPercent);
    }

    /// How many of so many orders fail.
    public long failing(long orders) {
        return failingPercent == 0 ? 0 : (orders * failingPercent + HUNDRED - 1) / HUNDRED;
    }

    /// Of the order of that number, from 0. Those that fail are spread evenly.
    public String paymentMethod(long number) {
        if (failingPercent > 0 && number % (HUNDRED / failingPercent) == 0) {
            return "pm_flaky_1";
        }
        return latencyMillis == 0 ? "pm_ok" : "pm_slow_" + latencyMillis;
    }
}
