package dev.kafkaorders.lab.run;

import dev.kafkaorders.lab.faults.Family;
import dev.kafkaorders.lab.load.LoadSettings;
import dev.kafkaorders.localstack.process.StartFailed;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// What was asked for on the command line.
///
/// @param seed of the faults and of what customers ask for
/// @param time how long there is load
/// @param perSecond requests
/// @param largestBatch how many orders a batch has at most
record ChaosOptions(long seed, Duration time, Set<Family> faults, int perSecond, int largestBatch) {
    private static final String USAGE =
            """
            ./demo chaos [--seed N] [--minutes M] [--rate N] [--batch N] [--faults LIST]
            --rate is of requests a second, --batch how many orders a batch has at most (2 to 1000).
            LIST is of brokers, database, services, gateway, network, or it is all or none.\
            """;
    private static final String SEED = "--seed";
    private static final String MINUTES = "--minutes";
    private static final String FAULTS = "--faults";
    private static final String RATE = "--rate";
    private static final String BATCH = "--batch";
    private static final int LARGEST_BATCH_TAKEN = 1_000;
    private static final int SEEDS = 1_000_000;

    ChaosOptions {
        unless(time.isPositive(), MINUTES + " has to be above 0");
        unless(perSecond > 0, RATE + " has to be above 0");
        unless(
                largestBatch >= 2 && largestBatch <= LARGEST_BATCH_TAKEN,
                BATCH + " has to be from 2 to " + LARGEST_BATCH_TAKEN);
    }

    private static void unless(boolean makesSense, String rule) {
        if (!makesSense) {
            throw new IllegalArgumentException(rule);
        }
    }

    /// @throws StartFailed when it makes no sense
    static ChaosOptions parse(List<String> arguments) {
        var given = pairs(arguments);
        try {
            var seed = given.remove(SEED);
            var options =
                    new ChaosOptions(
                            seed == null
                                    ? ThreadLocalRandom.current().nextInt(SEEDS)
                                    : Long.parseLong(seed),
                            minutes(given.remove(MINUTES), "2"),
                            Family.parse(orElse(given.remove(FAULTS), "all")),
                            Integer.parseInt(orElse(given.remove(RATE), "40")),
                            Integer.parseInt(
                                    orElse(
                                            given.remove(BATCH),
                                            String.valueOf(LoadSettings.LARGEST_BATCH))));
            if (!given.isEmpty()) {
                throw notUnderstood(given.keySet());
            }
            return options;
        } catch (NumberFormatException e) {
            throw new StartFailed("Not a number: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new StartFailed(String.valueOf(e.getMessage()), e);
        }
    }

    /// The command that makes the same run again.
    String command() {
        return "./demo chaos --seed %d --minutes %s --faults %s --rate %d --batch %d"
                .formatted(seed, minutes(), Family.text(faults), perSecond, largestBatch);
    }

    private String minutes() {
        return Double.toString(time.toMillis() / 60_000.0).replaceFirst("\\.0$", "");
    }

    private static Map<String, String> pairs(List<String> arguments) {
        if (arguments.size() % 2 != 0) {
            throw notUnderstood(arguments);
        }
        var pairs = new HashMap<String, String>();
        for (var i = 0; i < arguments.size(); i += 2) {
            pairs.put(arguments.get(i), arguments.get(i + 1));
        }
        return pairs;
    }

    private static StartFailed notUnderstood(Collection<String> words) {
        return new StartFailed("Not understood: %s\n%s".formatted(String.join(" ", words), USAGE));
    }

    private static Duration minutes(@Nullable String text, String otherwise) {
        return Duration.ofMillis(Math.round(Double.parseDouble(orElse(text, otherwise)) * 60_000));
    }

    private static String orElse(@Nullable String text, String otherwise) {
        return text == null ? otherwise : text;
    }
}
