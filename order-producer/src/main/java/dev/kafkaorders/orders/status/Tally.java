package dev.kafkaorders.orders.status;

/// How many orders, and of what worth.
public record Tally(long count, long totalMinor) {

    public static final Tally NONE = new Tally(0, 0);

    public Tally plus(long amountMinor) {
        return new Tally(count + 1, totalMinor + amountMinor);
    }

    public Tally plus(Tally other) {
        return new Tally(count + other.count, totalMinor + other.totalMinor);
    }
}
