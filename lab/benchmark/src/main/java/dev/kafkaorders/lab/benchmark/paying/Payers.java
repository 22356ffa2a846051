package dev.kafkaorders.lab.benchmark.paying;

import dev.kafkaorders.cluster.Users;
import dev.kafkaorders.events.Topics;
import dev.kafkaorders.lab.benchmark.paying.Payer.Running;
import dev.kafkaorders.lab.benchmark.paying.Payer.Thoroughness;
import dev.kafkaorders.lab.benchmark.paying.batchlistener.BatchListenerProgram;
import dev.kafkaorders.lab.benchmark.paying.books.Surroundings;
import dev.kafkaorders.lab.benchmark.paying.copy.LoadProgram;
import dev.kafkaorders.lab.benchmark.paying.parallelconsumer.ParallelConsumerProgram;
import dev.kafkaorders.lab.benchmark.paying.retryabletopic.RecordListenerProgram;
import dev.kafkaorders.lab.benchmark.stack.BenchmarkStack;
import dev.kafkaorders.localstack.Service;
import dev.kafkaorders.localstack.process.ChildProcess;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Everybody who pays orders. payment-consumer logs in as itself, the others as the administrator:
/// what rights they would need is not what is measured.
public record Payers(BenchmarkStack stack) {
    static final String THIS = "this consumer";
    static final String RECORD_LISTENER = "record listener, @RetryableTopic";
    static final String BATCH_LISTENER = "batch listener, no retries";
    static final String PARALLEL = "parallel-consumer, one by one";
    static final String PARALLEL_BATCHES = "parallel-consumer, batches of 64";
    static final String PARALLEL_LARGE_BATCHES = "parallel-consumer, batches of 1,024";
    static final String LIMIT = "COPY, the limit";

    /// Two that read orders, one that reads retries.
    private static final int MEMBERS_OF_AN_INSTANCE = 3;

    /// As shipped, or set otherwise.
    ///
    /// @param environment added to what it needs
    public Payer paymentConsumers(String name, int instances, Map<String, String> environment) {
        return new Payer(
                name,
                "charged once, outcome told exactly once, order per key kept through retries",
                Thoroughness.ALL_PAID_AND_TOLD,
                _ ->
                        new Running(
                                Topics.PAYMENT_CONSUMER,
                                instances * MEMBERS_OF_AN_INSTANCE,
                                launch(instances, environment)));
    }

    private List<ChildProcess> launch(int instances, Map<String, String> environment) {
        return IntStream.rangeClosed(1, instances)
                .mapToObj(number ->
                        stack.service(
                                Users.PAYMENT_CONSUMER,
                                Users.PAYMENT_CONSUMER + "-" + number,
                                environment))
                .map(Service::launch)
                .toList();
    }

    /// With as many calls to the gateway at once, 256, as the fastest of the others.
    List<Payer> all() {
        return List.of(
                paymentConsumers(THIS, 1, Map.of("PAYMENTS_INTAKE_PARALLEL_CALLS", "256")),
                new Payer(
                        RECORD_LISTENER,
                        "charged once, outcome told at least once; a retry is overtaken by its key",
                        Thoroughness.ALL_PAID_AND_TOLD,
                        group ->
                                program(
                                        RecordListenerProgram.class,
                                        group,
                                        RecordListenerProgram.THREADS,
                                        List.of())),
                new Payer(
                        BATCH_LISTENER,
                        "charged once, outcome told at least once; what fails once is a dead"
                                + " letter",
                        Thoroughness.FAILED_GIVEN_UP,
                        group ->
                                program(
                                        BatchListenerProgram.class,
                                        group,
                                        BatchListenerProgram.THREADS,
                                        List.of())),
                new Payer(
                        PARALLEL,
                        "charged once, outcome told at least once, order per key kept; no dead"
                                + " letters",
                        Thoroughness.ALL_PAID_AND_TOLD,
                        group -> parallelConsumer(group, 1, 256)),
                new Payer(
                        PARALLEL_BATCHES,
                        "as one by one; what fails has its batch tried again",
                        Thoroughness.ALL_PAID_AND_TOLD,
                        group -> parallelConsumer(group, 64, 16)),
                new Payer(
                        PARALLEL_LARGE_BATCHES,
                        "as in batches of 64",
                        Thoroughness.ALL_PAID_AND_TOLD,
                        group -> parallelConsumer(group, 1_024, 4)),
                new Payer(
                        LIMIT,
                        "none: no inbox, no gateway, no outcomes; a second delivery stops it",
                        Thoroughness.NOTHING_TOLD,
                        group ->
                                program(LoadProgram.class, group, LoadProgram.THREADS, List.of())));
    }

    private Running parallelConsumer(String group, int batch, int concurrency) {
        return program(
                ParallelConsumerProgram.class,
                group,
                1,
                List.of(Integer.toString(batch), Integer.toString(concurrency)));
    }

    private Running program(Class<?> main, String group, int members, List<String> arguments) {
        var surroundings =
                Surroundings.of(
                        stack.clientAs(Users.ADMIN),
                        group,
                        stack.jdbcUrl(),
                        stack.databaseUser(),
                        stack.databasePassword());
        var process =
                stack.program(
                        "payer", Users.PAYMENT_CONSUMER, main, arguments, surroundings.variables());
        return new Running(group, members, List.of(process));
    }
}
