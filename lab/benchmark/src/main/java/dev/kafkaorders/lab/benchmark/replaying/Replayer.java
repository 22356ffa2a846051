package dev.kafkaorders.lab.benchmark.replaying;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kafkaorders.cluster.Users;
import dev.kafkaorders.lab.benchmark.stack.BenchmarkStack;
import dev.kafkaorders.localstack.Service;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.Map;

/// dlq-replayer, asked as an operator would.
final class Replayer implements Replay {
    private static final String ALL = "{\"selection\": {\"all\": true}, \"dryRun\": false}";

    private final Service service;
    private final String authorization;

    Replayer(BenchmarkStack stack) {
        service = stack.service(Users.DLQ_REPLAYER, Users.DLQ_REPLAYER, Map.of());
        var credentials = "operator:" + stack.replayerPassword();
        authorization = "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8));
    }

    @Override
    public void begin() {
        service.start();
        var request =
                HttpRequest.newBuilder(service.baseUrl().resolve("/replays"))
                        .header("Authorization", authorization)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(ALL))
                        .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 202) {
                throw new IllegalStateException(
                        "HTTP %d to a replay: %s".formatted(answer.statusCode(), answer.body()));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a replay was asked for", e);
        }
    }

    @Override
    public void end() {
        service.stop();
    }
}
