package dev.kafkaorders.lab.stack;

import dev.kafkaorders.localstack.KafkaSettings;
import dev.kafkaorders.localstack.process.FreePorts;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/// Free ports, drawn once for a run: the lab is in nobody's way, not even in that of a `./demo`
/// that is up.
final class LabPorts {
    private static final int ENOUGH = 64;

    private final Deque<Integer> free = new ArrayDeque<>(FreePorts.some(ENOUGH));

    int next() {
        return free.removeFirst();
    }

    /// One for each node.
    List<Integer> perNode() {
        return IntStream.range(0, KafkaSettings.NODES).mapToObj(_ -> next()).toList();
    }
}
