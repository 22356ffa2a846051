package dev.kafkaorders.lab.benchmark.scaling;

import dev.kafkaorders.cluster.Users;
import dev.kafkaorders.events.Topics;
import dev.kafkaorders.lab.benchmark.frame.Arm;
import dev.kafkaorders.lab.benchmark.frame.Benchmark;
import dev.kafkaorders.lab.benchmark.frame.Cell;
import dev.kafkaorders.lab.benchmark.frame.Figure;
import dev.kafkaorders.lab.benchmark.frame.Goal;
import dev.kafkaorders.lab.benchmark.frame.Metric;
import dev.kafkaorders.lab.benchmark.paying.Payers;
import dev.kafkaorders.lab.benchmark.paying.PayingArm;
import dev.kafkaorders.lab.benchmark.paying.PaymentTables;
import dev.kafkaorders.lab.benchmark.paying.PaymentTopics;
import dev.kafkaorders.lab.benchmark.paying.TablesOfTheService;
import dev.kafkaorders.lab.benchmark.stack.BenchmarkStack;
import dev.kafkaorders.lab.benchmark.workload.CardMix;
import dev.kafkaorders.lab.benchmark.workload.WrittenRecords;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// How the cost of an order grows with what the inbox remembers. Each size has tables of its own,
/// in a schema, so that they can take turns.
public final class InboxSize implements Benchmark {
    private static final long FEWEST = 10_000;
    private static final long MOST = 10_000_000;
    private static final List<Long> SIZES = List.of(FEWEST, 100_000L, 1_000_000L, MOST);
    private static final String CELL = "6 partitions, 1 instance";

    @Override
    public String name() {
        return "inbox-size";
    }

    @Override
    public String question() {
        return "How much slower are orders paid when the inbox holds many?";
    }

    @Override
    public List<Cell> cells(BenchmarkStack stack) {
        var topics = new PaymentTopics(stack.clientAs(Users.ADMIN), Topics.PARTITIONS);
        var arms = SIZES.stream().<Arm>map(rows -> arm(stack, topics, rows)).toList();
        return List.of(new Cell(CELL, round -> topics.place(round.records(), CardMix.GOOD), arms));
    }

    @Override
    public List<Goal> goals() {
        return List.of(
                new Goal.AtLeastTimes(
                        "paying with 10^7 rows in the inbox: at least 80 % of the speed at 10^4",
                        new Figure(CELL, name(MOST), Metric.RATE),
                        0.8,
                        new Figure(CELL, name(FEWEST), Metric.RATE)));
    }

    private static Arm arm(BenchmarkStack stack, PaymentTopics topics, long rows) {
        var schema = "inbox_of_" + rows;
        var url = stack.jdbcUrl() + "?currentSchema=" + schema;
        var tables = new PaymentTables(url, stack.databaseUser(), stack.databasePassword());
        var payer =
                new Payers(stack)
                        .paymentConsumers(name(rows), 1, Map.of("SPRING_DATASOURCE_URL", url));
        return new FilledInboxArm(
                new PayingArm(
                        payer,
                        CardMix.GOOD,
                        tables,
                        tables::clearButHistory,
                        topics,
                        new WrittenRecords(stack.clientAs(Users.ADMIN))),
                new TablesOfTheService(stack),
                tables,
                schema,
                rows);
    }

    private static String name(long rows) {
        return String.format(Locale.ROOT, "%,d rows", rows);
    }
}
