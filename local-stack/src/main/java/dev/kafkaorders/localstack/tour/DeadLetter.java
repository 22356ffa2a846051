package dev.kafkaorders.localstack.tour;

import dev.kafkaorders.localstack.process.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What no try can save is put aside at once, with all that a person needs to find the cause.
final class DeadLetter implements Step {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Override
    public String shows() {
        return "An order that can't be paid becomes a dead letter that says why";
    }

    @Override
    public void play(Scene scene) {
        var topics = List.of(PaymentTopics.DEAD_LETTERS);
        try (var log = EventLog.fromNow(scene.stack().auditor(), topics)) {
            var watch = new Stopwatch();
            var order = scene.customer().place(Order.paidBy("pm_broken")).expect(201).orderId();
            var letter =
                    Await.present(PATIENCE, () -> letter(order, log))
                            .orElseThrow(
                                    () -> new BrokenPromise("no dead letter within " + PATIENCE));
            scene.tell(
                    "in %s after %d ms, as it was in orders, and with headers such as"
                            .formatted(letter.topic(), watch.millis()));
            new FailureNote(letter.headers())
                    .telling()
                    .forEach((name, value) -> scene.tell("  %-28s  %s".formatted(name, value)));
            StatusHistory.show(scene, order, "DEAD_LETTERED");
        }
    }

    private static Optional<LogEntry> letter(UUID order, EventLog log) {
        var letters = new ArrayList<LogEntry>(1);
        log.readToEnd(entry -> {
            if (entry.orderId().equals(order)) {
                letters.add(entry);
            }
        });
        return letters.stream().findFirst();
    }
}
