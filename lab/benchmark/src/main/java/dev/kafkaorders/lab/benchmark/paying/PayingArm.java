package dev.kafkaorders.lab.benchmark.paying;

import dev.kafkaorders.events.Topics;
import dev.kafkaorders.lab.benchmark.frame.Arm;
import dev.kafkaorders.lab.benchmark.frame.Measured;
import dev.kafkaorders.lab.benchmark.frame.Metric;
import dev.kafkaorders.lab.benchmark.frame.Round;
import dev.kafkaorders.lab.benchmark.workload.CardMix;
import dev.kafkaorders.lab.benchmark.workload.Lookout;
import dev.kafkaorders.lab.benchmark.workload.WrittenRecords;
import dev.kafkaorders.localstack.process.ChildProcess;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/// A round of a payer: it is started on empty tables and topics, watched in the database until all
/// is paid or the time is over, and ended. Each round has a JVM of its own, as its first orders
/// find it; when it was started doesn't count.
public final class PayingArm implements Arm {
    static final Metric PAID = new Metric("paid", "orders", Metric.Better.MORE);
    static final Metric TOLD = new Metric("told", "outcomes", Metric.Better.MORE);
    static final Metric SPAN = new Metric("first to last", "s", Metric.Better.LESS);

    private static final Duration START = Duration.ofMinutes(3);

    private final Payer payer;
    private final CardMix cards;
    private final PaymentTables tables;
    private final Runnable cleaning;
    private final PaymentTopics topics;
    private final WrittenRecords written;

    /// A round of it begins with empty tables.
    public PayingArm(
            Payer payer,
            CardMix cards,
            PaymentTables tables,
            PaymentTopics topics,
            WrittenRecords written) {
        this(payer, cards, tables, tables::clear, topics, written);
    }

    /// @param cleaning what leaves no payment of an earlier round
    public PayingArm(
            Payer payer,
            CardMix cards,
            PaymentTables tables,
            Runnable cleaning,
            PaymentTopics topics,
            WrittenRecords written) {
        this.payer = payer;
        this.cards = cards;
        this.tables = tables;
        this.cleaning = cleaning;
        this.topics = topics;
        this.written = written;
    }

    @Override
    public String name() {
        return payer.name();
    }

    @Override
    public String guarantee() {
        return payer.guarantee();
    }

    /// @throws IllegalStateException when it died, or nothing was paid for a long time
    @Override
    public Measured measure(Round round) {
        cleaning.run();
        topics.renew();
        var orders = round.records();
        var payable = payer.triesAgain() ? orders : orders - cards.failing(orders);
        var processes = payer.start().in("benchmark-" + UUID.randomUUID());
        try {
            if (!await(START, processes, 1)) {
                throw new IllegalStateException("nothing was paid in " + START);
            }
            await(round.time(), processes, payable);
        } finally {
            processes.forEach(ChildProcess::stop);
        }
        var completions = tables.completions();
        return Measured.of(Metric.RATE, completions.rate())
                .with(PAID, (double) completions.total())
                .with(TOLD, (double) written.in(Topics.PAYMENTS).total())
                .with(SPAN, completions.span().toNanos() / 1e9);
    }

    @Override
    public void close() {
        topics.leave();
    }

    /// Whether so many were paid in time.
    ///
    /// @throws IllegalStateException when one of the processes died
    private boolean await(Duration time, List<ChildProcess> processes, long paid) {
        var inTime =
                Lookout.atMost(
                        time,
                        () ->
                                tables.paid() >= paid
                                        || !processes.stream().allMatch(ChildProcess::isAlive));
        processes.stream()
                .filter(process -> !process.isAlive())
                .findFirst()
                .ifPresent(dead -> {
                    throw new IllegalStateException(
                            "%s died, see %s".formatted(dead.name(), dead.log()));
                });
        return inTime;
    }
}
