package dev.kafkaorders.lab.gateway;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;

/// The gateway as a process of its own: configured by `SERVER_PORT` and `GATEWAY_LEDGER`, ended by
/// a signal.
public final class GatewayProgram {
    private GatewayProgram() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        // Otherwise each answer waits 40 ms for an acknowledgement of its headers.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        var ledger = Ledger.in(Path.of(System.getenv("GATEWAY_LEDGER")));
        var port = Integer.parseInt(System.getenv("SERVER_PORT"));
        GatewayServer.start(new Cashbox(ledger, Clock.systemUTC()), port);
        new CountDownLatch(1).await();
    }
}
