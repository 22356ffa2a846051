package dev.kafkaorders.replayer.ledger;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Comparator;
import java.util.regex.Pattern;

/// Where a dead letter lies in the dead-letter topic, written `partition-offset`.
public record DeadLetterId(int partition, long offset) implements Comparable<DeadLetterId> {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,5})-(\\d{1,18})");
    private static final Comparator<DeadLetterId> ORDER =
            Comparator.comparingInt(DeadLetterId::partition)
                    .thenComparingLong(DeadLetterId::offset);

    /// Reads what [#toString] wrote.
    ///
    /// @throws IllegalArgumentException when the text is no such id
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static DeadLetterId parse(String text) {
        var matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not of the form partition-offset, such as 3-1712");
        }
        return new DeadLetterId(
                Integer.parseInt(matcher.group(1)), Long.parseLong(matcher.group(2)));
    }

    @JsonValue
    @Override
    public String toString() {
        return partition + "-" + offset;
    }

    @Override
    public int compareTo(DeadLetterId other) {
        return ORDER.compare(this, other);
    }
}
