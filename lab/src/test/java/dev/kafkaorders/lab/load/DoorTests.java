package dev.kafkaorders.lab.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkaorders.lab.ledger.Answer;
import dev.kafkaorders.lab.ledger.Asked;
import dev.kafkaorders.lab.ledger.Request;
import dev.kafkaorders.lab.ledger.Wish;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DoorTests {
    private static final String PROBLEM = "urn:kafka-orders:problem:";
    private static final UUID ORDER = UUID.fromString("0198c0de-0000-7000-8000-000000000001");
    private static final UUID OTHER = UUID.fromString("0198c0de-0000-7000-8000-000000000002");
    private static final Wish TEA = new Wish("c-1", 900, "EUR", "pm_ok");

    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        http.close();
    }

    @Test
    void isToldWhichOrderWasPlaced() {
        assertThat(answer(new Asked.Order(TEA), 201, "{\"id\":\"%s\"}".formatted(ORDER)))
                .isEqualTo(new Answer.Accepted(List.of(ORDER), false));
    }

    @Test
    void isToldTheOrdersOfABatchInOrder() {
        var body = "{\"orders\":[{\"id\":\"%s\"},{\"id\":\"%s\"}]}".formatted(OTHER, ORDER);

        assertThat(answer(new Asked.Batch(List.of(TEA, TEA)), 201, body))
                .isEqualTo(new Answer.Accepted(List.of(OTHER, ORDER), false));
    }

    @Test
    void isToldThatACancellationWasTaken() {
        assertThat(answer(new Asked.Cancellation(ORDER), 202, "{}"))
                .isEqualTo(new Answer.Accepted(List.of(ORDER), false));
    }

    @Test
    void takesForRefusedWhatWasNotWritten() {
        assertThat(answer(503, "not-written"))
                .isEqualTo(new Answer.Refused(503, PROBLEM + "not-written"));
        assertThat(answer(503, "stopping"))
                .isEqualTo(new Answer.Refused(503, PROBLEM + "stopping"));
        assertThat(answer(429, "overloaded"))
                .isEqualTo(new Answer.Refused(429, PROBLEM + "overloaded"));
        assertThat(answer(409, "request-in-flight"))
                .isEqualTo(new Answer.Refused(409, PROBLEM + "request-in-flight"));
    }

    @Test
    void takesForUnknownWhatLeavesItOpen() {
        assertThat(answer(503, "outcome-unknown")).isInstanceOf(Answer.Unknown.class);
        assertThat(answer(500, "internal-error")).isInstanceOf(Answer.Unknown.class);
        assertThat(answer(new Asked.Order(TEA), 201, "{\"id\":"))
                .isInstanceOf(Answer.Unknown.class);
    }

    @Test
    void takesForUnknownThatNobodyAnswers() {
        URI uri;
        try (var service = OrderService.answering(201, "{}")) {
            uri = service.uri();
        }
        assertThat(send(new Asked.Order(TEA), uri)).isInstanceOf(Answer.Unknown.class);
    }

    private Answer answer(int status, String problem) {
        return answer(
                new Asked.Order(TEA), status, "{\"type\":\"%s%s\"}".formatted(PROBLEM, problem));
    }

    private Answer answer(Asked asked, int status, String body) {
        try (var service = OrderService.answering(status, body)) {
            return send(asked, service.uri());
        }
    }

    private Answer send(Asked asked, URI service) {
        return new Door(service, http, Duration.ofSeconds(5))
                .send(Request.first(1, "key-1", asked, Instant.EPOCH));
    }
}
