package dev.kafkaorders.lab.trial;

import dev.kafkaorders.lab.ledger.Request;
import dev.kafkaorders.lab.sabotage.Sabotage;
import dev.kafkaorders.localstack.process.Await;
import dev.kafkaorders.localstack.process.ChildProcess;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Brings a sabotage to light: what happens sooner or later to every suite that runs, and does no
/// harm to one that is whole.
final class Provocation {
    private static final int KILLS = 5;
    private static final int CROWD = 100;

    private final Suite suite;

    Provocation(Suite suite) {
        this.suite = suite;
    }

    void of(Sabotage sabotage) {
        switch (sabotage) {
            case OFFSETS_FIRST -> databaseIsAway();
            case STOPS_IGNORED, INBOX_SKIPPED, PARKING_IGNORED -> cancellationsWhileRetried();
            case READ_UNCOMMITTED -> new Intruder(suite.stack().administrator()).abortsAnOrder();
            case RECORDS_APART -> suite.serve(CROWD, this::consumersAreKilled);
            case TRANSACTIONAL_ID_SHARED -> suite.serve(CROWD, () -> {});
            case ANSWERED_EARLY -> producerDiesBeforeItsCommit();
        }
    }

    /// Orders come while payment-consumer can't enter them.
    private void databaseIsAway() {
        var postgres = suite.part("postgres");
        postgres.process().ifPresent(ChildProcess::kill);
        IntStream.range(0, 10).forEach(_ -> suite.guest().place("pm_ok"));
        pause(Duration.ofSeconds(4));
        postgres.start().run();
    }

    private void cancellationsWhileRetried() {
        IntStream.range(0, 3)
                .mapToObj(_ -> suite.guest().place("pm_flaky_1"))
                .toList()
                .forEach(suite.guest()::cancel);
    }

    private void consumersAreKilled() {
        for (var kill = 0; kill < KILLS; kill++) {
            var consumer = suite.part("payment-consumer-" + (1 + kill % 2));
            consumer.process().ifPresent(ChildProcess::kill);
            consumer.start().run();
        }
    }

    /// The brokers stand still, a cancellation is answered or not, and who answered it dies.
    private void producerDiesBeforeItsCommit() {
        var order = suite.guest().place("pm_ok");
        var producer = suite.part("order-producer-1");
        var brokers = brokers();
        brokers.forEach(ChildProcess::suspend);
        Optional<Request> open;
        try {
            open = suite.guest().tryToCancel(order);
            producer.process().ifPresent(ChildProcess::kill);
        } finally {
            brokers.forEach(ChildProcess::resume);
        }
        producer.start().run();
        open.ifPresent(suite.guest()::insist);
    }

    private List<ChildProcess> brokers() {
        return suite.stack().parts().stream()
                .filter(part -> part.name().startsWith("kafka-"))
                .flatMap(part -> part.process().stream())
                .toList();
    }

    private static void pause(Duration time) {
        Await.atMost(time, () -> false);
    }
}
