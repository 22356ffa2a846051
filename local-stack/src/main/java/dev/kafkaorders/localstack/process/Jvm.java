package dev.kafkaorders.localstack.process;

import java.util.List;
import java.util.stream.Stream;

/// What a JVM is tuned for. Either way it has the serial collector, which costs the fewest threads
/// and the least memory: two cores are shared by six JVMs.
public enum Jvm {
    /// To be ready soon: three services in 6 s without the second compiler, in 14 s with it. What
    /// runs for minutes is slower for it. 256 MB of heap will do.
    QUICK_TO_START,
    /// To be fast once it has run for a while, with as much heap as `deploy` gives a service.
    MADE_TO_LAST;

    /// As in production: a JVM whose threads died one by one for want of memory neither works nor
    /// ends.
    private static final String NO_HALF_LIFE = "-XX:+ExitOnOutOfMemoryError";

    /// What it is started with.
    List<String> options() {
        var own =
                switch (this) {
                    case QUICK_TO_START -> Stream.of("-Xmx256m", "-XX:TieredStopAtLevel=1");
                    case MADE_TO_LAST -> Stream.of("-Xmx384m");
                };
        return Stream.concat(own, Stream.of("-XX:+UseSerialGC", NO_HALF_LIFE)).toList();
    }
}
