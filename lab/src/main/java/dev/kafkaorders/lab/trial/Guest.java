package dev.kafkaorders.lab.trial;

import dev.kafkaorders.lab.ledger.Answer;
import dev.kafkaorders.lab.ledger.Asked;
import dev.kafkaorders.lab.ledger.Ledger;
import dev.kafkaorders.lab.ledger.Request;
import dev.kafkaorders.lab.ledger.Wish;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/// A customer beside the crowd: asks for one thing after the other, and expects it to be done.
final class Guest implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int CREATED = 201;
    private static final int ACCEPTED = 202;

    /// Beyond those of the crowd.
    private long number = 1_000_000;

    private final JsonMapper json = JsonMapper.shared();
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI orders;
    private final Ledger ledger;

    Guest(URI orders, Ledger ledger) {
        this.orders = orders;
        this.ledger = ledger;
    }

    UUID place(String paymentMethod) {
        var name = "guest-" + (number + 1);
        var wish = new Wish(name, 950, "EUR", paymentMethod);
        var line = Map.of("sku", "tea", "quantity", 1, "unitPriceMinor", wish.amountMinor());
        var body =
                Map.of(
                        "customerId", wish.customer(),
                        "currency", wish.currency(),
                        "paymentMethod", paymentMethod,
                        "lines", List.of(line));
        var request = sent(name, new Asked.Order(wish));
        var answer = post("/orders", name, body);
        expect(CREATED, answer);
        var order = UUID.fromString(json.readTree(answer.body()).path("id").asString());
        accepted(request, order);
        return order;
    }

    void cancel(UUID order) {
        if (tryToCancel(order).isPresent()) {
            throw new IllegalStateException("a guest could not cancel " + order);
        }
    }

    /// One try, while nobody may be there to answer.
    ///
    /// @return the request, if it was left open
    Optional<Request> tryToCancel(UUID order) {
        return leftOpen(sent("guest-" + (number + 1), new Asked.Cancellation(order)), order);
    }

    /// Asks again for what was left open.
    void insist(Request request) {
        var again = request.again(++number, Instant.now());
        ledger.sent(again);
        if (request.asked() instanceof Asked.Cancellation(var order)
                && leftOpen(again, order).isPresent()) {
            throw new IllegalStateException("a guest could not cancel " + order);
        }
    }

    private Optional<Request> leftOpen(Request request, UUID order) {
        try {
            var answer = post("/orders/" + order + "/cancellation", request.key(), Map.of());
            if (answer.statusCode() == ACCEPTED) {
                accepted(request, order);
                return Optional.empty();
            }
        } catch (UncheckedIOException _) {
            // Nobody knows.
        }
        return Optional.of(request);
    }

    private Request sent(String key, Asked asked) {
        var request = Request.first(++number, key, asked, Instant.now());
        ledger.sent(request);
        return request;
    }

    private void accepted(Request request, UUID order) {
        var answer = new Answer.Accepted(List.of(order), false);
        ledger.answered(request.number(), answer, Instant.now());
    }

    private HttpResponse<String> post(String path, String key, Map<String, ?> body) {
        var request =
                HttpRequest.newBuilder(orders.resolve(path))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .timeout(PATIENCE)
                        .POST(BodyPublishers.ofString(json.writeValueAsString(body)))
                        .build();
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static void expect(int status, HttpResponse<String> answer) {
        if (answer.statusCode() != status) {
            throw new IllegalStateException(
                    "a guest was told " + answer.statusCode() + " " + answer.body());
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
