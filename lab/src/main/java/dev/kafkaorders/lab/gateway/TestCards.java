package dev.kafkaorders.lab.gateway;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// Like a card processor's test cards, the payment method alone decides: what payment-consumer's
/// simulated gateway does, too.
///
/// | payment method | outcome of a charge |
/// | --- | --- |
/// | `pm_ok` | accepted |
/// | `pm_declined` | declined |
/// | `pm_slow_MS` | accepted after that many milliseconds, up to a bound |
/// | `pm_flaky_N` | fails the first N times, then accepted |
/// | `pm_down` | fails whenever it is tried |
/// | `pm_broken` | refused for good |
/// | anything else | declined |
///
/// How often a flaky card has failed is forgotten with the process: nothing is promised about it.
final class TestCards {
    private static final Pattern NUMBERED = Pattern.compile("pm_(slow|flaky)_(\\d{1,9})");
    private static final int SLOWEST_MILLIS = 2_000;

    private final Map<String, Integer> failures = new ConcurrentHashMap<>();

    enum Decision {
        ACCEPT,
        DECLINE,
        DECLINE_UNKNOWN,
        FAIL,
        REFUSE
    }

    Decision decide(String paymentMethod, String idempotencyKey) throws InterruptedException {
        return switch (paymentMethod) {
            case "pm_ok" -> Decision.ACCEPT;
            case "pm_declined" -> Decision.DECLINE;
            case "pm_down" -> Decision.FAIL;
            case "pm_broken" -> Decision.REFUSE;
            case String numbered -> decideNumbered(numbered, idempotencyKey);
        };
    }

    private Decision decideNumbered(String paymentMethod, String idempotencyKey)
            throws InterruptedException {
        var matcher = NUMBERED.matcher(paymentMethod);
        if (!matcher.matches()) {
            return Decision.DECLINE_UNKNOWN;
        }
        var number = Integer.parseInt(matcher.group(2));
        if (matcher.group(1).equals("slow")) {
            Thread.sleep(Math.min(number, SLOWEST_MILLIS));
            return Decision.ACCEPT;
        }
        return failures.merge(idempotencyKey, 1, Integer::sum) <= number
                ? Decision.FAIL
                : Decision.ACCEPT;
    }
}
