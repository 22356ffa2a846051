package dev.kafkaorders.lab.evidence;

import dev.kafkaorders.lab.audit.Statuses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/// What is asked over HTTP.
final class Doors implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.shared();
    private final Sources sources;

    Doors(Sources sources) {
        this.sources = sources;
    }

    /// The lines as they come: there may be hundreds of thousands.
    Stream<String> gatewayLedger() {
        return get(sources.gateway().resolve("/ledger"), BodyHandlers.ofLines()).body();
    }

    /// What the view answers of an order: its state, or that there is none.
    String state(UUID order) {
        var answer = get(sources.orders().resolve("/orders/" + order), BodyHandlers.ofString());
        return switch (answer.statusCode()) {
            case OK -> json.readTree(answer.body()).path("state").asString();
            case NOT_FOUND -> Statuses.NOT_FOUND;
            default -> Integer.toString(answer.statusCode());
        };
    }

    private <T> HttpResponse<T> get(URI uri, BodyHandler<T> handler) {
        try {
            return client.send(HttpRequest.newBuilder(uri).timeout(PATIENCE).build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
