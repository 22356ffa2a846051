package dev.kafkaorders.lab.stack;

import dev.kafkaorders.localstack.process.ChildProcess;
import dev.kafkaorders.localstack.process.ProcessFolder;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// A process of the stack that can be done something to.
///
/// @param name its process, such as `order-producer-2`
/// @param start returns when it is ready
/// @param readiness whether it serves
public record Part(
        String name, ProcessFolder processes, Runnable start, BooleanSupplier readiness) {

    /// Empty when it doesn't run.
    public Optional<ChildProcess> process() {
        return processes.running(name);
    }

    public boolean isReady() {
        return readiness.getAsBoolean();
    }
}
