package dev.kafkaorders.lab.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kafkaorders.localstack.process.Await;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Has dlq-replayer bring back all dead letters every now and then, whatever else goes on. Most die
/// again, and what was brought back three times stays where it is.
final class Operator implements AutoCloseable {
    private static final Duration BETWEEN = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final String ALL = "{\"selection\": {\"all\": true}, \"dryRun\": false}";

    private final HttpClient client = HttpClient.newHttpClient();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger begun = new AtomicInteger();
    private final HttpRequest.Builder request;

    Operator(URI dlqReplayer, String password) {
        var credentials = ("operator:" + password).getBytes(UTF_8);
        request =
                HttpRequest.newBuilder(dlqReplayer.resolve("/replays"))
                        .timeout(PATIENCE)
                        .header(
                                "Authorization",
                                "Basic " + Base64.getEncoder().encodeToString(credentials))
                        .header("Content-Type", "application/json");
        var _ =
                clock.scheduleWithFixedDelay(
                        this::replay, BETWEEN.toSeconds(), BETWEEN.toSeconds(), TimeUnit.SECONDS);
    }

    /// How many replays have begun, as far as was answered.
    int begun() {
        return begun.get();
    }

    /// Begins no more, and waits for those that are under way.
    ///
    /// @return whether none was left when the time was over
    boolean finish(Duration time) {
        clock.shutdown();
        return Await.atMost(time, this::isNoneUnderWay);
    }

    private void replay() {
        try {
            if (send(request.copy().POST(BodyPublishers.ofString(ALL))).statusCode() == ACCEPTED) {
                begun.incrementAndGet();
            }
        } catch (IOException _) {
            // Nobody answers, or not in time. Whether it has begun is told by its ledger.
        }
    }

    private boolean isNoneUnderWay() {
        try {
            var answer = send(request.copy().GET());
            return answer.statusCode() == OK
                    && JsonMapper.shared()
                            .readTree(answer.body())
                            .valueStream()
                            .noneMatch(Operator::isUnderWay);
        } catch (IOException _) {
            return false;
        }
    }

    private static boolean isUnderWay(JsonNode replay) {
        return replay.path("state").asString().equals("running");
    }

    private HttpResponse<String> send(HttpRequest.Builder what) throws IOException {
        try {
            return client.send(what.build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        client.shutdownNow();
    }
}
