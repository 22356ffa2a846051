package dev.kafkaorders.payments.stage;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import tools.jackson.databind.json.JsonMapper;

/// A payment gateway behind HTTP that keeps its promise of idempotency and counts what it does.
public final class GatewayServer implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    // For all calls that some instances have under way: beyond the default of 50, SYNs are dropped.
    private static final int WAITING_CONNECTIONS = 1024;

    private final HttpServer server;
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final Map<UUID, Integer> charges = new ConcurrentHashMap<>();
    private final AtomicInteger calls = new AtomicInteger();
    private final Map<UUID, List<Instant>> times = new ConcurrentHashMap<>();
    private volatile Function<Call, Refusal> rule = _ -> Refusal.NONE;
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile Duration latency = Duration.ZERO;

    private GatewayServer(HttpServer server) {
        this.server = server;
    }

    public static GatewayServer start() {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            var http = HttpServer.create(address, WAITING_CONNECTIONS);
            var server = new GatewayServer(http);
            http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            http.createContext("/charges", server::charge);
            http.createContext("/refunds", server::refund);
            http.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /// The setting that makes a service use this gateway.
    public String property() {
        return "payments.gateway.url=" + url();
    }

    /// From now on calls for these orders are answered 503.
    public void failFor(Predicate<UUID> orders) {
        answerBy(call -> orders.test(call.orderId()) ? Refusal.of(503) : Refusal.NONE);
    }

    /// From now on the rule says what calls are answered instead.
    public void answerBy(Function<Call, Refusal> instead) {
        rule = instead;
    }

    /// From now on a call takes at least that long.
    public void answerAfter(Duration time) {
        latency = time;
    }

    /// From now on calls wait until the latch is counted down.
    public void holdBack(CountDownLatch until) {
        gate = until;
    }

    /// How often money was taken, by order.
    public Map<UUID, Integer> charges() {
        return Map.copyOf(charges);
    }

    /// When the gateway was asked for that order's money, first to last.
    public List<Instant> times(UUID orderId) {
        return List.copyOf(times.getOrDefault(orderId, List.of()));
    }

    /// How often the gateway was asked, repetitions included.
    public int calls() {
        return calls.get();
    }

    private void charge(HttpExchange exchange) throws IOException {
        answer(exchange, "ch_");
    }

    private void refund(HttpExchange exchange) throws IOException {
        answer(exchange, "re_");
    }

    private void answer(HttpExchange exchange, String prefix) throws IOException {
        try (exchange) {
            calls.incrementAndGet();
            var body = JSON.readTree(exchange.getRequestBody());
            var orderId = UUID.fromString(body.get("orderId").asString());
            var key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
            var asked = times.computeIfAbsent(orderId, _ -> new CopyOnWriteArrayList<>());
            asked.add(Instant.now());
            gate.await();
            Thread.sleep(latency);
            var refusal = rule.apply(new Call(orderId, prefix.equals("re_"), asked.size()));
            if (refusal != Refusal.NONE) {
                refusal.headers().forEach(exchange.getResponseHeaders()::add);
                exchange.sendResponseHeaders(refusal.status(), -1);
                return;
            }
            var reference = answers.computeIfAbsent(prefix + key, _ -> move(prefix, orderId));
            var answer = JSON.writeValueAsString(Map.of("reference", reference)).getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private String move(String prefix, UUID orderId) {
        if (prefix.equals("ch_")) {
            charges.merge(orderId, 1, Integer::sum);
        }
        return prefix + UUID.randomUUID();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /// @param number the how-manieth about this order, from 1
    public record Call(UUID orderId, boolean isRefund, int number) {}

    /// What is answered instead of money being moved.
    public record Refusal(int status, Map<String, String> headers) {

        static final Refusal NONE = new Refusal(0, Map.of());

        public static Refusal none() {
            return NONE;
        }

        public static Refusal of(int status) {
            return new Refusal(status, Map.of());
        }
    }
}
