package dev.kafkaorders.localstack.tour;

import dev.kafkaorders.localstack.console.Console;
import java.util.List;

/// Shows on a running stack what the suite promises.
public final class Tour {
    private static final List<String> SERVICES =
            List.of("order-producer", "payment-consumer", "dlq-replayer");

    private Tour() {}

    /// Whether all that was shown was as promised.
    public static boolean run(RunningStack stack, Console console) {
        console.heading("The services are ready");
        SERVICES.forEach(name -> console.line("   " + name + " at " + stack.service(name)));
        return SERVICES.stream().allMatch(stack::isReady);
    }
}
