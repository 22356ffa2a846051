package dev.kafkaorders.localstack.tour;

import java.net.URI;
import java.util.Map;

/// The switch of payment-consumer's simulated gateway. Whatever becomes of the tour, the gateway is
/// back when this is closed, and when the JVM ends, as with Ctrl-C.
final class SimulatedGateway implements AutoCloseable {
    private static final int OK = 200;

    private final Door door = new Door();
    private final Thread atExit = new Thread(this::bringBackIfPossible);
    private final URI behaviour;

    SimulatedGateway(RunningStack stack) {
        behaviour = stack.service("payment-consumer").resolve("/gateway/behaviour");
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    void takeAway() {
        door.put(behaviour, Map.of("outage", true)).expect(OK);
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
