package dev.kafkaorders.localstack.tour;

import dev.kafkaorders.localstack.console.Console;
import java.util.List;

/// Shows on a running stack what the suite promises, and ends with the audit.
public final class Tour {

    private Tour() {}

    /// Whether all that was shown was as promised. A step that fails doesn't keep the others from
    /// being shown.
    public static boolean run(RunningStack stack, Console console) {
        var asPromised = true;
        try (var scene = new Scene(stack, console)) {
            for (var step : steps()) {
                console.heading(step.shows());
                asPromised &= play(step, scene);
            }
        }
        return asPromised;
    }

    private static List<Step> steps() {
        var flakyCard = new FlakyCard();
        return List.of(
                new SingleOrder(),
                flakyCard.placed(),
                new OrderBatch(),
                new RepeatedRequest(),
                new DeclinedCard(),
                new CancelledOrder(),
                new DeadLetter(),
                new CorrectedLetter(),
                new CancelledWhileRetried(),
                flakyCard.charged(),
                new GatewayOutage(),
                new ReplayedLetters(),
                new RestoredTables(),
                new KilledConsumer(),
                new RewoundConsumer(),
                new KilledBroker(),
                new CompactedStatus(),
                new BooksBalance());
    }

    private static boolean play(Step step, Scene scene) {
        try {
            step.play(scene);
            return true;
        } catch (BrokenPromise e) {
            scene.console().failure("   NOT AS PROMISED: " + e.getMessage());
            return false;
        }
    }
}
