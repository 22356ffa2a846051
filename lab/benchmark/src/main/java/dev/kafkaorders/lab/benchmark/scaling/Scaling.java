package dev.kafkaorders.lab.benchmark.scaling;

import dev.kafkaorders.cluster.Users;
import dev.kafkaorders.lab.benchmark.frame.Arm;
import dev.kafkaorders.lab.benchmark.frame.Benchmark;
import dev.kafkaorders.lab.benchmark.frame.Cell;
import dev.kafkaorders.lab.benchmark.frame.Goal;
import dev.kafkaorders.lab.benchmark.paying.Payers;
import dev.kafkaorders.lab.benchmark.paying.PayingArm;
import dev.kafkaorders.lab.benchmark.paying.PaymentTables;
import dev.kafkaorders.lab.benchmark.paying.PaymentTopics;
import dev.kafkaorders.lab.benchmark.paying.TablesOfTheService;
import dev.kafkaorders.lab.benchmark.stack.BenchmarkStack;
import dev.kafkaorders.lab.benchmark.workload.CardMix;
import dev.kafkaorders.lab.benchmark.workload.WrittenRecords;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// What more partitions and more instances bring, on one machine: its cores are the same few for
/// all of them, the brokers and PostgreSQL.
public final class Scaling implements Benchmark {
    private static final List<Integer> PARTITIONS = List.of(1, 3, 6, 12);
    private static final int MOST_INSTANCES = 3;

    @Override
    public String name() {
        return "scaling";
    }

    @Override
    public String question() {
        return "What do more partitions and more instances of payment-consumer bring?";
    }

    @Override
    public List<Cell> cells(BenchmarkStack stack) {
        return PARTITIONS.stream().map(partitions -> cell(stack, partitions)).toList();
    }

    @Override
    public List<Goal> goals() {
        return List.of();
    }

    private static Cell cell(BenchmarkStack stack, int partitions) {
        var administrator = stack.clientAs(Users.ADMIN);
        var tables = PaymentTables.of(stack);
        var topics = new PaymentTopics(administrator, partitions);
        var written = new WrittenRecords(administrator);
        var payers = new Payers(stack);
        var arms =
                IntStream.rangeClosed(1, MOST_INSTANCES)
                        .<Arm>mapToObj(instances ->
                                new PayingArm(
                                        payers.paymentConsumers(
                                                name(instances), instances, Map.of()),
                                        CardMix.GOOD,
                                        tables,
                                        topics,
                                        written))
                        .toList();
        return new Cell(
                partitions == 1 ? "1 partition" : partitions + " partitions",
                round -> {
                    new TablesOfTheService(stack).make(tables);
                    topics.place(round.records(), CardMix.GOOD);
                },
                arms);
    }

    private static String name(int instances) {
        return instances == 1 ? "1 instance" : instances + " instances";
    }
}
