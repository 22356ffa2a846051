package dev.kafkaorders.localstack.demo;

import dev.kafkaorders.localstack.process.Loopback;
import dev.kafkaorders.localstack.process.PortOwner;
import dev.kafkaorders.localstack.process.StartFailed;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes sure that all ports are free before anything is started.
final class PortCheck {
    private PortCheck() {}

    /// @throws StartFailed naming each port that is taken, by whom, and the variable that moves it
    static void run(DemoSettings settings) {
        var taken =
                Arrays.stream(PortVariable.values())
                        .flatMap(variable -> taken(settings, variable))
                        .collect(Collectors.joining("\n"));
        if (!taken.isEmpty()) {
            throw new StartFailed(taken);
        }
    }

    private static Stream<String> taken(DemoSettings settings, PortVariable variable) {
        return settings.portsOf(variable).stream()
                .filter(port -> !Loopback.isFree(port))
                .map(port ->
                        "Port %d (%s) is taken by %s. %s=PORT moves it."
                                .formatted(
                                        port, variable.user(), PortOwner.describe(port), variable));
    }
}
