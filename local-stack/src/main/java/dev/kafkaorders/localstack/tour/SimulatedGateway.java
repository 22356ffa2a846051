package dev.kafkaorders.localstack.tour;

import java.net.URI;
import java.util.Map;

/// The switch of payment-consumer's simulated gateway. Whatever becomes of the tour, the gateway is
/// back when this is closed, and when the JVM ends, as with Ctrl-C.
final class SimulatedGateway implements AutoCloseable {
    private static final int OK = 200;
    private static final String CHARGES =
            "payments_gateway_calls_seconds_count{answer=\"accepted\",call=\"charge\"} ";

    private final Door door = new Door();
    private final Thread atExit = new Thread(this::bringBackIfPossible);
    private final URI behaviour;
    private final URI metrics;

    SimulatedGateway(RunningStack stack) {
        var consumer = stack.service("payment-consumer");
        behaviour = consumer.resolve("/gateway/behaviour");
        metrics = consumer.resolve("/actuator/prometheus");
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    void takeAway() {
        door.put(behaviour, Map.of("outage", true)).expect(OK);
    }

    /// It answers, and refuses whatever it is asked for.
    void refuseAll() {
        door.put(behaviour, Map.of("refusing", true)).expect(OK);
    }

    /// How often it has taken money, since payment-consumer was started.
    long charges() {
        return door.lines(metrics)
                .filter(line -> line.startsWith(CHARGES))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(CHARGES.length())))
                .sum();
    }

    void bringBack() {
        door.put(behaviour, Map.of()).expect(OK);
    }

    private void bringBackIfPossible() {
        try {
            bringBack();
        } catch (BrokenPromise e) {
            // payment-consumer is gone: when it starts again, it has a gateway.
        }
    }

    @Override
    public void close() {
        bringBackIfPossible();
        Runtime.getRuntime().removeShutdownHook(atExit);
        door.close();
    }
}
