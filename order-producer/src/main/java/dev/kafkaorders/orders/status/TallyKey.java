package dev.kafkaorders.orders.status;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;

/// What is counted: the orders of one partition that came into a state within a minute. Written as
/// `2026-11-24T20:15:00Z/3/CAPTURED/EUR`, so that the order of the text is that of time.
///
/// @param partition counted by whoever has it; the partitions' counts add up
/// @param currency an ISO 4217 code
public record TallyKey(Instant minute, int partition, OrderState.Name outcome, String currency) {

    private static final int PARTS = 4;

    /// Reads what [#bytes] wrote.
    ///
    /// @throws IllegalArgumentException or a DateTimeException when it is no such text
    public static TallyKey parse(byte[] key) {
        var parts = new String(key, UTF_8).split("/", -1);
        if (parts.length != PARTS) {
            throw new IllegalArgumentException("not the key of a tally");
        }
        return new TallyKey(
                Instant.parse(parts[0]),
                Integer.parseInt(parts[1]),
                OrderState.Name.valueOf(parts[2]),
                parts[3]);
    }

    public byte[] bytes() {
        return "%s/%d/%s/%s".formatted(minute, partition, outcome, currency).getBytes(UTF_8);
    }
}
