package dev.kafkaorders.lab.benchmark.paying;

import dev.kafkaorders.cluster.Users;
import dev.kafkaorders.events.Topics;
import dev.kafkaorders.lab.benchmark.frame.Arm;
import dev.kafkaorders.lab.benchmark.frame.Benchmark;
import dev.kafkaorders.lab.benchmark.frame.Cell;
import dev.kafkaorders.lab.benchmark.frame.Figure;
import dev.kafkaorders.lab.benchmark.frame.Goal;
import dev.kafkaorders.lab.benchmark.frame.Metric;
import dev.kafkaorders.lab.benchmark.stack.BenchmarkStack;
import dev.kafkaorders.lab.benchmark.workload.CardMix;
import dev.kafkaorders.lab.benchmark.workload.WrittenRecords;
import java.util.List;
import java.util.stream.Stream;

/// How fast a topic full of orders becomes payments.
public final class Paying implements Benchmark {
    private static final List<Integer> LATENCIES = List.of(0, 1, 10);
    private static final List<Integer> FAILING = List.of(0, 1, 5);

    @Override
    public String name() {
        return "paying";
    }

    @Override
    public String question() {
        return "How fast are orders paid, and what do a slow gateway and failing cards cost?";
    }

    @Override
    public List<Cell> cells(BenchmarkStack stack) {
        return mixes().map(cards -> cell(stack, cards)).toList();
    }

    private static Cell cell(BenchmarkStack stack, CardMix cards) {
        var administrator = stack.clientAs(Users.ADMIN);
        var tables = PaymentTables.of(stack);
        var topics = new PaymentTopics(administrator, Topics.PARTITIONS);
        var written = new WrittenRecords(administrator);
        var arms =
                new Payers(stack)
                        .all().stream()
                                .<Arm>map(payer ->
                                        new PayingArm(payer, cards, tables, topics, written))
                                .toList();
        return new Cell(
                cards.description(),
                round -> {
                    new TablesOfTheService(stack).make(tables);
                    topics.place(round.records(), cards);
                },
                arms);
    }

    @Override
    public List<Goal> goals() {
        var good = CardMix.GOOD;
        var slow = new CardMix(10, 0);
        var aFew = new CardMix(0, 1);
        return Stream.of(
                        Stream.of(
                                atLeast(150, good, Payers.RECORD_LISTENER),
                                atLeast(0.4, good, Payers.LIMIT),
                                atLeast(50, slow, Payers.RECORD_LISTENER)),
                        mixes().flatMap(cards ->
                                Stream.of(
                                                Payers.PARALLEL,
                                                Payers.PARALLEL_BATCHES,
                                                Payers.PARALLEL_LARGE_BATCHES)
                                        .map(other -> atLeast(1, cards, other))),
                        Stream.<Goal>of(
                                new Goal.AtLeastTimes(
                                        "paying with 1 % failing: at least 80 % of none failing",
                                        rate(aFew, Payers.THIS), 0.8, rate(good, Payers.THIS))))
                .flatMap(goals -> goals)
                .toList();
    }

    private static Goal atLeast(double times, CardMix cards, String than) {
        return new Goal.AtLeastTimes(
                "paying, %s: %s times %s".formatted(cards.description(), text(times), than),
                rate(cards, Payers.THIS),
                times,
                rate(cards, than));
    }

    private static String text(double times) {
        return times == Math.rint(times)
                ? Long.toString(Math.round(times))
                : Double.toString(times);
    }

    private static Figure rate(CardMix cards, String arm) {
        return new Figure(cards.description(), arm, Metric.RATE);
    }

    private static Stream<CardMix> mixes() {
        return LATENCIES.stream()
                .flatMap(latency -> FAILING.stream().map(failing -> new CardMix(latency, failing)));
    }
}
