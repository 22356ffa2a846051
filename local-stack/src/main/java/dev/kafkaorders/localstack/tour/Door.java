package dev.kafkaorders.localstack.tour;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// HTTP and JSON, as anyone outside would speak them to a service.
final class Door implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(PATIENCE)
                    .build();
    private final JsonMapper json = JsonMapper.shared();

    Answer get(URI uri) {
        return send(HttpRequest.newBuilder(uri));
    }

    Answer get(URI uri, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(uri);
        headers.forEach(request::setHeader);
        return send(request);
    }

    Answer post(URI uri, Object body) {
        return post(uri, body, Map.of());
    }

    Answer post(URI uri, Object body, Map<String, String> headers) {
        var request =
                HttpRequest.newBuilder(uri)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)));
        headers.forEach(request::setHeader);
        return send(request);
    }

    Answer put(URI uri, Object body) {
        return send(
                HttpRequest.newBuilder(uri)
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body))));
    }

    /// The lines of what is no JSON.
    Stream<String> lines(URI uri) {
        return exchange(HttpRequest.newBuilder(uri)).body().lines();
    }

    private Answer send(HttpRequest.Builder builder) {
        var response = exchange(builder);
        try {
            return new Answer(
                    response.statusCode(), response.headers(), json.readTree(response.body()));
        } catch (JacksonException e) {
            throw new BrokenPromise(response.uri() + " answered with something else than JSON");
        }
    }

    private HttpResponse<String> exchange(HttpRequest.Builder builder) {
        var request = builder.timeout(PATIENCE).build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new BrokenPromise(request.uri() + " did not answer: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokenPromise("interrupted");
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
