package dev.kafkaorders.localstack;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;

/// A service that is ready at once, where Spring Boot's settings have it listen. With `BROKEN` it
/// ends instead.
final class TinyService {
    private TinyService() {}

    public static void main(String[] arguments) throws Exception {
        if (System.getenv("BROKEN") != null) {
            System.out.println("I am broken");
            System.exit(1);
        }
        var port = Integer.parseInt(System.getenv("SERVER_PORT"));
        var address = System.getenv("SERVER_ADDRESS");
        var where =
                address == null
                        ? new InetSocketAddress(port)
                        : new InetSocketAddress(address, port);
        var server = HttpServer.create(where, 0);
        server.createContext(
                "/actuator/health/readiness",
                exchange -> {
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        server.start();
    }
}
