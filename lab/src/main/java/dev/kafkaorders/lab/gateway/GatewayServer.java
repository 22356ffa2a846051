package dev.kafkaorders.lab.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.kafkaorders.events.Money;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What payment-consumer's HTTP gateway speaks to: `POST /charges` and `POST /refunds` with an
/// `Idempotency-Key`, and `GET /ledger` for auditors.
///
/// 200 with a `reference`, 402 with a `reason`; 409 when this try failed, 422 when each would.
final class GatewayServer implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int WAITING_CONNECTIONS = 256;
    private static final int OF_ANY_LENGTH = 0;

    private final Cashbox cashbox;
    private final HttpServer server;

    private GatewayServer(Cashbox cashbox, HttpServer server) {
        this.cashbox = cashbox;
        this.server = server;
    }

    /// @param port 0 for any
    static GatewayServer start(Cashbox cashbox, int port) throws IOException {
        var server =
                HttpServer.create(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                        WAITING_CONNECTIONS);
        var gateway = new GatewayServer(cashbox, server);
        server.createContext("/charges", exchange -> gateway.post(exchange, gateway::charge));
        server.createContext("/refunds", exchange -> gateway.post(exchange, gateway::refund));
        server.createContext("/ledger", gateway::ledger);
        server.createContext("/actuator/health/readiness", GatewayServer::ready);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return gateway;
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private CardAnswer charge(String key, byte[] body) throws InterruptedException {
        var charge = JSON.readValue(body, ChargeBody.class);
        return cashbox.charge(key, charge.orderId(), charge.amount(), charge.paymentMethod());
    }

    private CardAnswer refund(String key, byte[] body) {
        var refund = JSON.readValue(body, RefundBody.class);
        return cashbox.refund(key, refund.orderId(), refund.amount());
    }

    private void post(HttpExchange exchange, Call call) throws IOException {
        try (exchange) {
            var key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
            var body = exchange.getRequestBody().readAllBytes();
            if (key == null) {
                answer(exchange, 400, Map.of("reason", "no_idempotency_key"));
            } else {
                answer(exchange, called(call, key, body));
            }
        }
    }

    private static CardAnswer called(Call call, String key, byte[] body) {
        try {
            return call.answer(key, body);
        } catch (JacksonException e) {
            return new CardAnswer.Refused();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new CardAnswer.Failed();
        }
    }

    private static void answer(HttpExchange exchange, CardAnswer answer) throws IOException {
        switch (answer) {
            case CardAnswer.Accepted(var reference) ->
                    answer(exchange, 200, Map.of("reference", reference));
            case CardAnswer.Declined(var reason) -> answer(exchange, 402, Map.of("reason", reason));
            case CardAnswer.Failed _ ->
                    answer(exchange, 409, Map.of("reason", "bank_did_not_answer"));
            case CardAnswer.Refused _ -> answer(exchange, 422, Map.of("reason", "refused"));
        }
    }

    private void ledger(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/jsonl");
        exchange.sendResponseHeaders(200, OF_ANY_LENGTH);
        try (exchange;
                var lines = new OutputStreamWriter(exchange.getResponseBody(), UTF_8)) {
            for (var line : (Iterable<String>) cashbox.ledger()::iterator) {
                lines.write(line);
            }
        }
    }

    private static void ready(HttpExchange exchange) throws IOException {
        try (exchange) {
            answer(exchange, 200, Map.of("status", "UP"));
        }
    }

    private static void answer(HttpExchange exchange, int status, Map<String, String> body)
            throws IOException {
        var bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @FunctionalInterface
    private interface Call {
        CardAnswer answer(String idempotencyKey, byte[] body) throws InterruptedException;
    }

    private record ChargeBody(UUID orderId, Money amount, String paymentMethod) {}

    private record RefundBody(@Nullable UUID orderId, Money amount, String chargeReference) {}
}
