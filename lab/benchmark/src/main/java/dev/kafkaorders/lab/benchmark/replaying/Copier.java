package dev.kafkaorders.lab.benchmark.replaying;

import dev.kafkaorders.cluster.Users;
import dev.kafkaorders.lab.benchmark.paying.books.Surroundings;
import dev.kafkaorders.lab.benchmark.stack.BenchmarkStack;
import dev.kafkaorders.localstack.process.ChildProcess;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A [CopyProgram] in a JVM of its own.
final class Copier implements Replay {
    private final BenchmarkStack stack;
    private @Nullable ChildProcess process;

    Copier(BenchmarkStack stack) {
        this.stack = stack;
    }

    @Override
    public void begin() {
        var surroundings =
                Surroundings.of(
                        stack.clientAs(Users.ADMIN),
                        "benchmark-" + UUID.randomUUID(),
                        stack.jdbcUrl(),
                        stack.databaseUser(),
                        stack.databasePassword());
        process =
                stack.program(
                        "copier",
                        Users.DLQ_REPLAYER,
                        CopyProgram.class,
                        List.of(),
                        surroundings.variables());
    }

    @Override
    public void end() {
        if (process != null) {
            process.stop();
        }
    }
}
