package dev.kafkaorders.localstack.tour;

import dev.kafkaorders.localstack.process.Await;
import java.time.Duration;

/// The end of every tour: nothing lost, nothing charged twice.
final class BooksBalance implements Step {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Override
    public String shows() {
        return "The books balance";
    }

    @Override
    public void play(Scene scene) {
        try (var log = new EventLog(scene.stack().bootstrapServers())) {
            // What was accepted last may still be on its way.
            Await.atMost(PATIENCE, () -> take(scene, log).balances());
            var audit = take(scene, log);
            audit.complaints().forEach(complaint -> scene.console().failure("   " + complaint));
            if (!audit.balances()) {
                throw new BrokenPromise(audit.line());
            }
            scene.console().success("   " + audit.line());
        }
    }

    private static Audit take(Scene scene, EventLog log) {
        log.readToEnd();
        return Audit.of(
                scene.customer().acknowledged(),
                log.placed(),
                log.outcomes(),
                scene.books().settled(),
                scene.books().redelivered());
    }
}
