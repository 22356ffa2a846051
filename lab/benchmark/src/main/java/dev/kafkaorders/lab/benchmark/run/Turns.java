package dev.kafkaorders.lab.benchmark.run;

import dev.kafkaorders.lab.benchmark.frame.Arm;
import dev.kafkaorders.lab.benchmark.frame.Measured;
import dev.kafkaorders.lab.benchmark.result.ArmResult;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rounds of an arm, as they come.
final class Turns {
    private final Arm arm;
    private final List<Measured> rounds = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private boolean unusable;

    Turns(Arm arm) {
        this.arm = arm;
    }

    Arm arm() {
        return arm;
    }

    /// Whether there is no use in trying it again in this cell.
    boolean isUnusable() {
        return unusable;
    }

    void measured(Measured round) {
        rounds.add(round);
    }

    void failed(Throwable cause) {
        failures.add(describe(cause));
    }

    void unusable(Throwable cause) {
        failed(cause);
        unusable = true;
    }

    ArmResult result() {
        return new ArmResult(arm.name(), arm.guarantee(), rounds, failures);
    }

    private static String describe(@Nullable Throwable failure) {
        var chain = new ArrayList<String>();
        for (var cause = failure; cause != null && chain.size() < 3; cause = cause.getCause()) {
            var message = cause.getMessage();
            var name = cause.getClass().getSimpleName();
            chain.add(message == null ? name : name + ": " + message);
        }
        return String.join(" <- ", chain);
    }
}
