package dev.kafkaorders.localstack.process;

import java.util.List;
import java.util.stream.Stream;

/// What a JVM is tuned for. Either way it has 256 MB of heap and the serial collector, which costs
/// the fewest threads and the least memory: two cores are shared by six JVMs.
public enum Jvm {
    /// To be ready soon: three services in 6 s without the second compiler, in 14 s with it. What
    /// runs for minutes is slower for it.
    QUICK_TO_START,
    /// To be fast once it has run for a while, as in production.
    MADE_TO_LAST;

    /// As in production: a JVM whose threads died one by one for want of memory neither works nor
    /// ends.
    private static final String NO_HALF_LIFE = "-XX:+ExitOnOutOfMemoryError";

    /// What it is started with.
    List<String> options() {
        var same = Stream.of("-Xmx256m", "-XX:+UseSerialGC", NO_HALF_LIFE);
        return switch (this) {
            case QUICK_TO_START ->
                    Stream.concat(same, Stream.of("-XX:TieredStopAtLevel=1")).toList();
            case MADE_TO_LAST -> same.toList();
        };
    }
}
