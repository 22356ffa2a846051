package dev.kafkaorders.localstack.process;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/// Ports that nobody listens on, for tests. Taken from below those that the operating system gives
/// to outgoing connections, so that none is gone before a server that takes seconds to start
/// listens there.
public final class FreePorts {
    private static final int LOWEST = 20_000;
    private static final int ABOVE_HIGHEST = 32_000;

    private FreePorts() {}

    /// Different from each other. Nothing reserves them: somebody else's server can still be
    /// faster.
    public static List<Integer> some(int count) {
        return ThreadLocalRandom.current()
                .ints(LOWEST, ABOVE_HIGHEST)
                .distinct()
                .filter(Loopback::isFree)
                .limit(count)
                .boxed()
                .toList();
    }
}
