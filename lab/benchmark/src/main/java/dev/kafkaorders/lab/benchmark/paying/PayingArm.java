package dev.kafkaorders.lab.benchmark.paying;

import dev.kafkaorders.events.Topics;
import dev.kafkaorders.lab.benchmark.frame.Arm;
import dev.kafkaorders.lab.benchmark.frame.Measured;
import dev.kafkaorders.lab.benchmark.frame.Metric;
import dev.kafkaorders.lab.benchmark.frame.Round;
import dev.kafkaorders.lab.benchmark.paying.Payer.Thoroughness;
import dev.kafkaorders.lab.benchmark.workload.CardMix;
import dev.kafkaorders.lab.benchmark.workload.Completions;
import dev.kafkaorders.lab.benchmark.workload.Lookout;
import dev.kafkaorders.lab.benchmark.workload.WrittenRecords;
import dev.kafkaorders.localstack.process.ChildProcess;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/// A round of a payer: it is started on empty tables and topics, watched in the database until all
/// is paid or the time is over, and ended. Each round has a JVM of its own. What counts is what it
/// does within that time, which begins when all of its consumers have had their partitions for the
/// run-up, or have paid half of the orders: who is fast has compiled by then, too.
public final class PayingArm implements Arm {
    static final Metric PAID = new Metric("paid", "orders", Metric.Better.MORE);
    static final Metric TOLD = new Metric("told", "outcomes", Metric.Better.MORE);
    static final Metric SPAN = new Metric("first to last", "s", Metric.Better.LESS);

    private static final Duration START = Duration.ofMinutes(3);

    /// What was paid last is told a moment later; a second, where a batch is tried again for that.
    private static final Duration LAST_OUTCOMES = Duration.ofSeconds(10);

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

    /// @throws IllegalStateException when it died, or its consumers have not joined for a long time
    @Override
    public Measured measure(Round round) {
        cleaning.run();
        topics.renew();
        var orders = round.records();
        var payable =
                switch (payer.thoroughness()) {
                    case ALL_PAID_AND_TOLD, NOTHING_TOLD -> orders;
                    case FAILED_GIVEN_UP -> orders - cards.failing(orders);
                };
        var running = payer.start().in("benchmark-" + UUID.randomUUID());
        Instant began;
        try {
            awaitMembers(running);
            await(round.runUp(), running, () -> tables.paid() >= payable / 2);
            began = Instant.now();
            if (await(round.time(), running, () -> tables.paid() >= payable)) {
                awaitOutcomes(payable);
            }
        } finally {
            running.processes().forEach(ChildProcess::stop);
        }
        // Whoever is stopped ends what he has begun, some a moment later, some after seconds.
        var paid = tables.completions();
        var told = written.in(Topics.PAYMENTS);
        var done = done(paid, told);
        var counted = done.within(began, round.time());
        var isAllDone = done.totalBefore(began.plus(round.time())) >= payable;
        return Measured.of(Metric.RATE, isAllDone ? counted.rate() : counted.rateOver(round.time()))
                .with(PAID, (double) paid.within(began, round.time()).total())
                .with(TOLD, (double) told.within(began, round.time()).total())
                .with(SPAN, counted.span().toNanos() / 1e9);
    }

    private void awaitMembers(Payer.Running running) {
        try (var members = topics.membersOf(running.group(), running.members())) {
            if (!await(START, running, members::areComplete)) {
                throw new IllegalStateException(
                        "%s has not %d members at work after %s"
                                .formatted(running.group(), running.members(), START));
            }
        }
    }

    private void awaitOutcomes(long paid) {
        if (payer.thoroughness() != Thoroughness.NOTHING_TOLD) {
            try (var end = written.endOf(Topics.PAYMENTS)) {
                end.awaitAll(LAST_OUTCOMES, paid);
            }
        }
    }

    /// An order is done once its outcome is told, which is always the last that is done about it.
    private Completions done(Completions paid, Completions told) {
        return switch (payer.thoroughness()) {
            case ALL_PAID_AND_TOLD, FAILED_GIVEN_UP -> told;
            case NOTHING_TOLD -> paid;
        };
    }

    @Override
    public void close() {
        topics.leave();
    }

    /// Whether it came true in time.
    ///
    /// @throws IllegalStateException when one of the processes died
    private static boolean await(Duration time, Payer.Running running, BooleanSupplier condition) {
        var inTime = Lookout.atMost(time, () -> condition.getAsBoolean() || hasDied(running));
        running.processes().stream()
                .filter(process -> !process.isAlive())
                .findFirst()
                .ifPresent(dead -> {
                    throw new IllegalStateException(
                            "%s died, see %s".formatted(dead.name(), dead.log()));
                });
        return inTime;
    }

    private static boolean hasDied(Payer.Running running) {
        return !running.processes().stream().allMatch(ChildProcess::isAlive);
    }
}
