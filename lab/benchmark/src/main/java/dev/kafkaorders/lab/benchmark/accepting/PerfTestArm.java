package dev.kafkaorders.lab.benchmark.accepting;

import dev.kafkaorders.cluster.Users;
import dev.kafkaorders.lab.benchmark.frame.Arm;
import dev.kafkaorders.lab.benchmark.frame.Measured;
import dev.kafkaorders.lab.benchmark.frame.Metric;
import dev.kafkaorders.lab.benchmark.frame.Round;
import dev.kafkaorders.lab.benchmark.stack.BenchmarkStack;
import dev.kafkaorders.lab.benchmark.stack.ScratchTopic;
import dev.kafkaorders.localstack.process.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Kafka's own `kafka-producer-perf-test.sh` with transactions: what one producer can write when
/// nobody waits for an answer, serializes anything, or lives in another process. Two of its records
/// count as an order; as many as count warm its JVM up first. It tells no latency that could be
/// compared.
final class PerfTestArm implements Arm {
    private static final String PROGRAM = "org.apache.kafka.tools.ProducerPerformance";
    private static final String NAME = "kafka-producer-perf-test";
    private static final int RECORDS_PER_ORDER = 2;

    /// About as long as a transaction of 512 orders is open at order-producer.
    private static final Duration TRANSACTION = Duration.ofMillis(15);

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern SUMMARY =
            Pattern.compile(
                    "^\\d+ steady state records sent, (?<rate>[\\d.]+) records/sec.*$",
                    Pattern.MULTILINE);

    private final BenchmarkStack stack;
    private final ScratchTopic topic;
    private final int recordSize;

    PerfTestArm(BenchmarkStack stack, int recordSize) {
        this.stack = stack;
        this.recordSize = recordSize;
        topic = new ScratchTopic(stack, "benchmark-limit");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String guarantee() {
        return "the limit: records of an order's size in transactions of 15 ms, nobody is answered";
    }

    @Override
    public Measured measure(Round bounds) throws Exception {
        topic.renew();
        var records = RECORDS_PER_ORDER * bounds.records();
        var process = start(records);
        if (!process.awaitEnd(PATIENCE)) {
            process.kill();
            throw new IllegalStateException("It took longer than " + PATIENCE);
        }
        return measured(Files.readString(process.log()));
    }

    private ChildProcess start(long records) throws IOException {
        return stack.program(
                // A log of its own: a round must not find the summary of another.
                NAME + "-" + UUID.randomUUID(),
                Users.ORDER_PRODUCER,
                PROGRAM,
                List.of(
                        "--topic",
                        topic.name(),
                        "--num-records",
                        Long.toString(2 * records),
                        "--warmup-records",
                        Long.toString(records),
                        "--record-size",
                        Integer.toString(recordSize),
                        "--throughput",
                        "-1",
                        "--transactional-id",
                        "order-producer-limit",
                        "--transaction-duration-ms",
                        Long.toString(TRANSACTION.toMillis()),
                        "--command-config",
                        properties().toString()),
                Map.of());
    }

    /// @param output of one run
    static Measured measured(String output) {
        var rates =
                SUMMARY.matcher(output)
                        .results()
                        .map(summary -> Double.parseDouble(summary.group("rate")))
                        .toList();
        if (rates.size() != 1) {
            throw new IllegalStateException(
                    "%d summaries instead of one: %s".formatted(rates.size(), output.strip()));
        }
        return Measured.of(Metric.RATE, rates.getFirst() / RECORDS_PER_ORDER);
    }

    private Path properties() throws IOException {
        var file = stack.directory().resolve(NAME + ".properties");
        var properties = ProducerTuning.transactional(stack.clientAs(Users.ADMIN));
        Files.writeString(
                file,
                properties.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining("\n")));
        return file;
    }
}
