package dev.kafkaorders.lab.load;

import dev.kafkaorders.lab.ledger.Answer;
import dev.kafkaorders.lab.ledger.Asked;
import dev.kafkaorders.lab.ledger.Request;
import dev.kafkaorders.lab.ledger.Wish;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// An order-producer, as its clients see it.
final class Door {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final URI service;
    private final HttpClient http;
    private final Duration patience;

    Door(URI service, HttpClient http, Duration patience) {
        this.service = service;
        this.http = http;
        this.patience = patience;
    }

    /// Sends the request and waits for the answer: whatever goes wrong on the way is one, too.
    Answer send(Request request) {
        var http =
                HttpRequest.newBuilder(service.resolve(path(request.asked())))
                        .timeout(patience)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", request.key())
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        JSON.writeValueAsString(body(request.asked()))))
                        .build();
        try {
            var response = this.http.send(http, BodyHandlers.ofString());
            return Answers.to(request.asked(), response);
        } catch (IOException e) {
            return new Answer.Unknown(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Unknown("the client was told to stop");
        }
    }

    private static String path(Asked asked) {
        return switch (asked) {
            case Asked.Order _ -> "/orders";
            case Asked.Batch _ -> "/orders/batch";
            case Asked.Cancellation(var order) -> "/orders/" + order + "/cancellation";
        };
    }

    private static Object body(Asked asked) {
        return switch (asked) {
            case Asked.Order(var wish) -> OrderBody.of(wish);
            case Asked.Batch(var wishes) ->
                    Map.of("orders", wishes.stream().map(OrderBody::of).toList());
            case Asked.Cancellation _ -> Map.of("reason", "changed my mind");
        };
    }

    private record OrderBody(
            String customerId, String currency, String paymentMethod, List<Line> lines) {
        static OrderBody of(Wish wish) {
            return new OrderBody(
                    wish.customer(),
                    wish.currency(),
                    wish.paymentMethod(),
                    List.of(new Line("tea", 1, wish.amountMinor())));
        }
    }

    private record Line(String sku, int quantity, long unitPriceMinor) {}
}
