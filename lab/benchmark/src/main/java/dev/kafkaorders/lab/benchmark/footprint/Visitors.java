package dev.kafkaorders.lab.benchmark.footprint;

import dev.kafkaorders.lab.benchmark.load.ClosedLoop;
import dev.kafkaorders.localstack.Service;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/// People who look at dlq-replayer's consumer groups again and again.
record Visitors(int callers, Service replayer, String password) implements ServiceLoad {
    private static final int OK = 200;

    @Override
    public void last(Duration time) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            ClosedLoop.run(() -> look(http), callers, time);
        }
    }

    private void look(HttpClient http) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(replayer.baseUrl().resolve("/consumer-groups"))
                        .header("Authorization", login())
                        .build();
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != OK) {
            throw new IOException("%d %s".formatted(answer.statusCode(), answer.body()));
        }
    }

    private String login() {
        var login = ("viewer:" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(login);
    }
}
