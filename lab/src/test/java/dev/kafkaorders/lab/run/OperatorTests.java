package dev.kafkaorders.lab.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OperatorTests {
    private static final Answer RUNNING =
            new Answer(200, "[{\"state\": \"done\"}, {\"state\": \"running\"}]");
    private static final Answer DONE =
            new Answer(200, "[{\"state\": \"done\"}, {\"state\": \"failed\"}]");
    private static final Answer AWAY = new Answer(503, "{\"title\": \"Kafka did not answer\"}");

    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private HttpServer dlqReplayer;

    @BeforeEach
    void serve() throws IOException {
        dlqReplayer =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        dlqReplayer.createContext("/replays", this::answer);
        dlqReplayer.start();
    }

    @AfterEach
    void close() {
        dlqReplayer.stop(0);
    }

    @Test
    void waitsForTheReplaysThatAreUnderWay() {
        answers.addAll(List.of(RUNNING, AWAY, RUNNING, DONE));

        try (var operator = operator()) {
            assertThat(operator.finish(Duration.ofSeconds(30))).isTrue();
        }
        assertThat(answers).isEmpty();
    }

    @Test
    void saysWhenOneIsUnderWayForTooLong() {
        answers.add(RUNNING);

        try (var operator = operator()) {
            assertThat(operator.finish(Duration.ofMillis(300))).isFalse();
        }
    }

    private Operator operator() {
        var address = dlqReplayer.getAddress();
        return new Operator(URI.create("http://127.0.0.1:" + address.getPort()), "secret");
    }

    /// Something is under way where the test says no more.
    private void answer(HttpExchange exchange) throws IOException {
        var next = answers.poll();
        var answer = next == null ? RUNNING : next;
        var body = answer.body().getBytes(UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private record Answer(int status, String body) {}
}
