package dev.kafkaorders.localstack.tour;

import dev.kafkaorders.localstack.books.Audit;
import dev.kafkaorders.localstack.process.Await;
import java.time.Duration;
import java.util.Optional;

/// The end of every tour: nothing lost, nothing charged twice.
final class BooksBalance implements Step {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Override
    public String shows() {
        return "The books balance";
    }

    @Override
    public void play(Scene scene) {
        var books = new TopicBooks();
        try (var log = EventLog.fromBeginning(scene.stack().auditor(), PaymentTopics.ALL)) {
            // What was accepted last may still be on its way.
            var audit =
                    Await.present(
                                    PATIENCE,
                                    () ->
                                            Optional.of(take(scene, log, books))
                                                    .filter(Audit::balances))
                            .orElseGet(() -> take(scene, log, books));
            audit.complaints().forEach(complaint -> scene.console().failure("   " + complaint));
            if (!audit.balances()) {
                throw new BrokenPromise(audit.line());
            }
            scene.console().success("   " + audit.line());
        }
    }

    private static Audit take(Scene scene, EventLog log, TopicBooks books) {
        log.readToEnd(books::note);
        return Audit.of(
                scene.customer().acknowledged(),
                books.told(),
                scene.books().booked(),
                scene.books().redelivered());
    }
}
