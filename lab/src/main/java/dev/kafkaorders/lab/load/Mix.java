package dev.kafkaorders.lab.load;

import dev.kafkaorders.lab.ledger.Asked;
import dev.kafkaorders.lab.ledger.Wish;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// What customers ask for, drawn from a seed: mostly single orders that are paid at once, and some
/// of everything else.
final class Mix {
    private static final int DEAREST = 100_000;

    /// What a caller does next.
    enum Errand {
        ORDER,
        BATCH,
        CANCELLATION,
        REPEAT
    }

    private final RandomGenerator random;
    private final int largestBatch;

    Mix(RandomGenerator random, int largestBatch) {
        this.random = random;
        this.largestBatch = largestBatch;
    }

    Errand errand() {
        var share = random.nextInt(100);
        if (share < 75) {
            return Errand.ORDER;
        }
        if (share < 85) {
            return Errand.BATCH;
        }
        return share < 92 ? Errand.CANCELLATION : Errand.REPEAT;
    }

    Asked order(String customer) {
        return new Asked.Order(wish(customer));
    }

    Asked batch(String customer) {
        var size = random.nextInt(2, largestBatch + 1);
        return new Asked.Batch(IntStream.range(0, size).mapToObj(_ -> wish(customer)).toList());
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private Wish wish(String customer) {
        return new Wish(customer, random.nextInt(1, DEAREST), "EUR", paymentMethod());
    }

    private String paymentMethod() {
        var share = random.nextInt(100);
        if (share < 78) {
            return "pm_ok";
        }
        if (share < 86) {
            return "pm_declined";
        }
        if (share < 91) {
            return "pm_slow_50";
        }
        if (share < 96) {
            return "pm_flaky_1";
        }
        return share < 98 ? "pm_flaky_2" : "pm_broken";
    }
}
