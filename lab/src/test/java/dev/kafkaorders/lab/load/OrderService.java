package dev.kafkaorders.lab.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/// Answers every request alike, over HTTP.
final class OrderService implements AutoCloseable {
    private final HttpServer server;
    private final Set<String> keys = ConcurrentHashMap.newKeySet();
    private volatile int status;
    private volatile String body;
    private volatile Duration delay = Duration.ZERO;

    private OrderService(int status, String body) {
        this.status = status;
        this.body = body;
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    static OrderService answering(int status, String body) {
        return new OrderService(status, body);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// From now on it answers otherwise, and takes its time.
    void change(int newStatus, String newBody, Duration time) {
        status = newStatus;
        body = newBody;
        delay = time;
    }

    /// The keys that requests came with.
    Collection<String> keys() {
        return Set.copyOf(keys);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            LockSupport.parkNanos(delay.toNanos());
            keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            exchange.getRequestBody().readAllBytes();
            var bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
