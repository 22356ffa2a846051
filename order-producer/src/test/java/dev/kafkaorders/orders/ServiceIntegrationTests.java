package dev.kafkaorders.orders;

import static dev.kafkaorders.orders.placement.OrderJson.batch;
import static dev.kafkaorders.orders.placement.OrderJson.order;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkaorders.events.OrderPlaced;
import dev.kafkaorders.teststack.TestStack;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What operators and clients see of the service as a whole.
class ServiceIntegrationTests {

    private static OrderProducer service;

    @BeforeAll
    static void start() {
        TestStack.get().reset();
        service = OrderProducer.start("service");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void everyErrorIsAProblem() {
        assertProblem(service.get("/nowhere"), 404, "not-found");
        assertProblem(service.get("/error"), 404, "not-found");
        var delete = HttpRequest.newBuilder(URI.create(service.url() + "/orders")).DELETE();
        assertProblem(service.send(delete.build()), 405, "method-not-allowed");
        var text = request("/orders").header("Content-Type", "text/plain");
        assertProblem(service.send(text.build()), 415, "unsupported-media-type");
        var html = request("/orders").header("Content-Type", "application/json");
        assertProblem(
                service.send(html.header("Accept", "text/html").build()), 400, "invalid-request");
    }

    @Test
    void measuresItself() {
        service.post("/orders", order("metrics"), "Idempotency-Key", "metrics");
        service.post("/orders", order("metrics"), "Idempotency-Key", "metrics");
        service.post("/orders", order("other"), "Idempotency-Key", "metrics");
        assertThat(service.get("/actuator/prometheus").body())
                .contains("orders_publishing_transactions_total{outcome=\"committed\"}")
                .contains("orders_publishing_transaction_requests_count")
                .contains("orders_publishing_commit_seconds_count")
                .contains("orders_publishing_waiting_requests ")
                .contains("orders_publishing_producer_replacements_total 0.0")
                .contains("orders_idempotency_keys ")
                .contains("orders_idempotency_forgotten_early_total 0.0")
                .contains("orders_idempotency_requests_total{decision=\"admitted\"}")
                .contains("orders_idempotency_requests_total{decision=\"replayed\"} 1.0")
                .contains("orders_idempotency_requests_total{decision=\"key_reused\"} 1.0")
                .contains("kafka_producer_txn_commit_time_ns_total")
                .contains("orders_status_view_lag ");
    }

    @Test
    void countsWhatItAcceptsAndNothingTwice() {
        var placed = accepted("placed");
        var cancelled = accepted("cancelled");
        service.post("/orders", order("counted"), "Idempotency-Key", "counted");
        service.post("/orders", order("counted"), "Idempotency-Key", "counted");
        service.post("/orders", order("other"), "Idempotency-Key", "counted");
        service.post("/orders/" + UUID.randomUUID() + "/cancellation", "{}");
        assertThat(accepted("placed")).isEqualTo(placed + 1);
        assertThat(accepted("cancelled")).isEqualTo(cancelled + 1);
    }

    @Test
    void showsZeroBeforeTheFirstTransactionIsAborted() {
        assertThat(service.get("/actuator/prometheus").body())
                .contains("orders_publishing_transactions_total{outcome=\"abort\"} ")
                .contains("orders_publishing_transactions_total{outcome=\"outcome_unknown\"} ");
    }

    private static double accepted(String event) {
        var line = "orders_accepted_total{event=\"" + event + "\"} ";
        return service.get("/actuator/prometheus")
                .body()
                .lines()
                .filter(sample -> sample.startsWith(line))
                .mapToDouble(sample -> Double.parseDouble(sample.substring(line.length())))
                .sum();
    }

    @Test
    void isHealthyWhileItCanWrite() {
        assertThat(service.get("/actuator/health/liveness"))
                .returns(200, HttpResponse::statusCode)
                .extracting(HttpResponse::body)
                .asString()
                .contains("\"living\":2");
        assertThat(service.get("/actuator/health/readiness"))
                .returns(200, HttpResponse::statusCode)
                .extracting(HttpResponse::body)
                .asString()
                .contains("\"caughtUp\":true")
                .contains("\"ready\":");
    }

    /// Nobody answers there, or nobody knows the name.
    @ParameterizedTest
    @ValueSource(strings = {"localhost:1", "nowhere.invalid:9092"})
    void isAliveButNotReadyWhileKafkaIsAway(String bootstrapServers) {
        try (var lonely = OrderProducer.startOn(bootstrapServers, "lonely")) {
            assertThat(lonely.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
            assertThat(lonely.get("/actuator/health/readiness"))
                    .returns(503, HttpResponse::statusCode)
                    .extracting(HttpResponse::body)
                    .asString()
                    .contains("\"state\":\"RESTORING\"", "\"remaining\":");
            var answer = lonely.post("/orders", order("lonely"));
            assertProblem(answer, 503, "not-written");
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(answer.headers().firstValue("Idempotency-Key")).isPresent();
        }
    }

    @Test
    void refusesRequestsWhenTooManyWait() throws InterruptedException {
        try (var narrow =
                OrderProducer.start(
                        "narrow",
                        "orders.publishing.lanes=1",
                        "orders.publishing.max-waiting-requests=1")) {
            Callable<HttpResponse<String>> request = () -> narrow.post("/orders", order("narrow"));
            var answers = Concurrently.call(Collections.nCopies(200, request));
            assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(201, 429);
            var refused = answers.stream().filter(answer -> answer.statusCode() == 429).findAny();
            assertProblem(refused.orElseThrow(), 429, "overloaded");
            assertThat(refused.get().headers().firstValue("Retry-After")).isPresent();
        }
    }

    @Test
    void refusesABodyThatTurnsOutTooLarge() {
        var large = batch("endless", 1000).replace("tea", "tea" + " ".repeat(5_000));
        var chunked =
                HttpRequest.newBuilder(URI.create(service.url() + "/orders/batch"))
                        .header("Content-Type", "application/json")
                        .POST(
                                BodyPublishers.ofInputStream(
                                        () -> new ByteArrayInputStream(large.getBytes(UTF_8))));
        assertProblem(service.send(chunked.build()), 413, "content-too-large");
    }

    @Test
    void refusesBodiesBeforeTheyFillTheMemory() throws InterruptedException {
        try (var frugal =
                OrderProducer.start(
                        "frugal", "orders.web.max-body=4MB", "orders.web.max-bodies=4MB")) {
            var large = batch("frugal", 1000) + " ".repeat(2_500_000);
            Callable<HttpResponse<String>> request = () -> frugal.post("/orders/batch", large);
            var answers = Concurrently.call(Collections.nCopies(20, request));
            assertThat(answers).extracting(HttpResponse::statusCode).contains(201, 429);
            answers.stream()
                    .filter(answer -> answer.statusCode() != 201)
                    .forEach(refused -> {
                        assertProblem(refused, 429, "overloaded");
                        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
                    });
            var placed = answers.stream().filter(answer -> answer.statusCode() == 201).count();
            assertThat(OrdersLog.placed().stream().map(OrderPlaced::customerId))
                    .filteredOn("frugal"::equals)
                    .hasSize((int) placed * 1000);
            // Each gives back what it took.
            for (var i = 0; i < 3; i++) {
                assertThat(frugal.post("/orders/batch", large).statusCode()).isEqualTo(201);
            }
        }
    }

    @Test
    void stopsOnlyAfterItAnsweredWhatItTook() {
        var stopping = OrderProducer.start("stopping");
        var answers =
                IntStream.range(0, 100)
                        .mapToObj(i -> stopping.postAsync("/orders", order("stopping")))
                        .toList();
        CompletableFuture.anyOf(answers.toArray(CompletableFuture[]::new)).join();
        stopping.closeService();
        var placed = new ArrayList<HttpResponse<String>>();
        for (var answer : answered(answers)) {
            if (answer.statusCode() == 201) {
                placed.add(answer);
            } else {
                // Whose first line it was reading when it stopped.
                assertProblem(answer, 503, "stopping");
            }
        }
        assertThat(OrdersLog.placed().stream().map(OrderPlaced::customerId))
                .filteredOn("stopping"::equals)
                .isNotEmpty()
                .hasSameSizeAs(placed);
        stopping.close();
    }

    @Test
    void describesItsApi() {
        assertThat(service.get("/v3/api-docs"))
                .returns(200, HttpResponse::statusCode)
                .extracting(HttpResponse::body)
                .asString()
                .contains("\"/orders\"", "\"/orders/batch\"", "\"/orders/{id}/cancellation\"")
                .contains("Idempotency-Key", "application/problem+json", "Retry-After");
    }

    /// Those whose connection was refused have no answer.
    private static List<HttpResponse<String>> answered(
            List<CompletableFuture<HttpResponse<String>>> answers) {
        return answers.stream()
                .map(answer -> answer.exceptionally(_ -> null).join())
                .filter(answer -> answer != null)
                .toList();
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String type) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(answer.body())
                .contains("\"type\":\"urn:kafka-orders:problem:" + type + "\"")
                .contains("\"status\":" + status);
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(service.url() + path))
                .POST(BodyPublishers.ofString("{}"));
    }
}
