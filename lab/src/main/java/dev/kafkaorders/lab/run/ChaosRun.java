package dev.kafkaorders.lab.run;

import dev.kafkaorders.lab.audit.Auditor;
import dev.kafkaorders.lab.audit.Auditors;
import dev.kafkaorders.lab.faults.Attack;
import dev.kafkaorders.lab.faults.Schedule;
import dev.kafkaorders.lab.ledger.Dealings;
import dev.kafkaorders.lab.ledger.Ledger;
import dev.kafkaorders.lab.load.Load;
import dev.kafkaorders.lab.load.LoadSettings;
import dev.kafkaorders.lab.report.Run;
import dev.kafkaorders.lab.stack.LabSettings;
import dev.kafkaorders.lab.stack.LabStack;
import dev.kafkaorders.localstack.console.Console;
import dev.kafkaorders.localstack.process.Await;
import dev.kafkaorders.localstack.process.DirectoryTree;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// One run: start, load and faults, calm, audit, report.
final class ChaosRun {
    /// Until code that has never run has, which takes long on a machine with few cores. It isn't to
    /// be taken for what a fault did.
    private static final Duration TO_WARM_UP = Duration.ofMinutes(1);

    private static final int WARM = 500;

    /// How long none may be answered.
    private static final Duration TO_RESOLVE = Duration.ofMinutes(2);

    private static final Duration TO_REPLAY = Duration.ofMinutes(1);

    /// Longer than the slowest retry.
    private static final Duration TO_SETTLE = Duration.ofMinutes(5);

    private final ChaosOptions options;
    private final Path project;
    private final Path directory;
    private final Console console;

    ChaosRun(ChaosOptions options, Path project, Path directory, Console console) {
        this.options = options;
        this.project = project;
        this.directory = directory;
        this.console = console;
    }

    /// All of it, with a report.
    Run run() {
        console.heading("Chaos: " + options.command());
        var home = directory.resolve("stack");
        DirectoryTree.delete(home);
        console.line("   Starting three brokers, PostgreSQL, the gateway and five services");
        try (var stack = LabStack.start(new LabSettings(project, home, Map.of()))) {
            var run = attack(stack, home.resolve("clients.jsonl"));
            new Reports(directory, console).write(run);
            console.heading("Stopping everything");
            return run;
        }
    }

    private Run attack(LabStack stack, Path file) {
        var schedule = Schedule.of(options.seed(), options.time(), options.faults());
        console.heading(
                "%d faults in %d s; logs are in %s"
                        .formatted(
                                schedule.faults().size(),
                                options.time().toSeconds(),
                                directory.resolve("stack/logs")));
        try (var ledger = Ledger.create(file);
                var payments = new PaymentsWatch(stack.auditor());
                var stable = new StableOffsetWatch(stack.auditor());
                var operator = new Operator(stack.dlqReplayer(), stack.operatorPassword());
                var load =
                        new Load(
                                LoadSettings.of(
                                        stack.orderProducers(),
                                        options.perSecond(),
                                        options.largestBatch()),
                                ledger,
                                options.seed())) {
            console.line("   Warming up");
            Await.atMost(TO_WARM_UP, () -> payments.count() >= WARM);
            var began = Instant.now();
            var attack =
                    new Attack(
                            stack,
                            stack.administrator(),
                            schedule,
                            line -> console.line("   " + line));
            new Progress(console, load.traffic(), payments, attack).showFor(options.time());
            load.end();
            console.line("   The load is over; waiting for the last fault to heal");
            attack.close();
            var calm = calmDown(stack, load, operator, file);
            var circumstances =
                    new Circumstances(schedule, attack.landings(), attack.missed(), calm.waiting());
            console.heading("Audit");
            var dealings = Dealings.read(file);
            return new Run(
                    options.seed(),
                    options.command(),
                    began,
                    options.time(),
                    attack.landings(),
                    attack.missed(),
                    RequestFigures.of(dealings),
                    load.traffic().acceptances(),
                    payments.arrivals(),
                    stable.stalls(),
                    calm.after(),
                    circumstances.findings(),
                    new Audit(stack, auditors(schedule)).of(dealings));
        }
    }

    private static List<Auditor> auditors(Schedule schedule) {
        return schedule.faults().isEmpty() ? Auditors.inPeace() : Auditors.all();
    }

    /// Asks again what was left open, and waits until nothing is left to do.
    private Calm calmDown(LabStack stack, Load load, Operator operator, Path file) {
        var started = System.nanoTime();
        var open = Dealings.read(file).unresolved();
        console.line("   Asking again with the same keys: " + open.size());
        var left = new AtomicInteger(open.size());
        load.resolve(
                open.stream().map(matter -> matter.exchanges().getLast().request()).toList(),
                TO_RESOLVE,
                () -> sayEveryThousandth(left.decrementAndGet()));
        console.line(
                "   Waiting until nothing is left to do, of %d replays either"
                        .formatted(operator.begun()));
        if (!operator.finish(TO_REPLAY)) {
            console.line("   A replay is still under way");
        }
        try (var settling = new Settling(stack.auditor())) {
            var waiting = settling.await(TO_SETTLE) ? 0 : settling.lag();
            return new Calm(Duration.ofNanos(System.nanoTime() - started), waiting);
        }
    }

    private void sayEveryThousandth(int left) {
        if (left % 1_000 == 0) {
            console.line("   %,d left".formatted(left));
        }
    }

    /// @param after how long it took
    /// @param waiting records that were still to be worked on
    private record Calm(Duration after, long waiting) {}
}
