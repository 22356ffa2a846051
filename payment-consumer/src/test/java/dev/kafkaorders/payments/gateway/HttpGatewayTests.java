package dev.kafkaorders.payments.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.kafkaorders.events.EventId;
import dev.kafkaorders.events.Money;
import dev.kafkaorders.payments.failure.Failure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.web.client.RestClient;

class HttpGatewayTests {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Charge CHARGE =
            new Charge(
                    new EventId(UUID.randomUUID()),
                    UUID.randomUUID(),
                    new Money(1999, Currency.getInstance("EUR")),
                    "pm_ok",
                    0);
    private static final Refund REFUND =
            new Refund(CHARGE.idempotencyKey(), CHARGE.orderId(), CHARGE.amount(), "ch_1");

    private final HttpServer server =
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final CountDownLatch end = new CountDownLatch(1);
    private String asked = "";

    HttpGatewayTests() throws IOException {
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
    }

    @Test
    void chargesWithTheIdempotencyKey() {
        answer(200, "{\"reference\":\"ch_1\"}");
        assertThat(gateway().charge(CHARGE)).isEqualTo(new GatewayAnswer.Accepted("ch_1"));
        assertThat(asked)
                .startsWith("POST /charges " + CHARGE.idempotencyKey())
                .contains("\"minorUnits\":1999", "\"paymentMethod\":\"pm_ok\"");
    }

    @Test
    void refundsWhatWasCharged() {
        answer(200, "{\"reference\":\"re_1\"}");
        assertThat(gateway().refund(REFUND)).isEqualTo(new GatewayAnswer.Accepted("re_1"));
        assertThat(asked)
                .startsWith("POST /refunds " + REFUND.idempotencyKey())
                .contains("\"chargeReference\":\"ch_1\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"reason\":\"insufficient_funds\"} | insufficient_funds",
                "{\"reason\":\"Not for\\u0000 a database\"} | declined",
                "{} | declined"
            })
    void declinesOn402(String body, String reason) {
        answer(402, body);
        assertThat(gateway().charge(CHARGE)).isEqualTo(new GatewayAnswer.Declined(reason));
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 302, 401, 403, 408, 500, 503})
    void takesTheGatewayForUnavailable(int status) {
        answer(status, "{\"reference\":\"ch_1\"}");
        assertThat(failure()).isInstanceOf(Failure.GatewayUnavailable.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 422})
    void takesAnyOther4xxForRefused(int status) {
        answer(status, "{}");
        assertThat(failure()).isInstanceOf(Failure.GatewayRefused.class);
    }

    @Test
    void triesAgainWhatIsStillInWork() {
        answer(409, "{}");
        assertThat(failure()).isInstanceOf(Failure.GatewayFailed.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7 | PT7S",
                "Tue, 24 Nov 2026 12:00:30 GMT | PT30S",
                "Tue, 24 Nov 2026 11:00:00 GMT | PT0S",
                "-1 | PT0S",
                "soon | PT0S",
                "99999999999999 | PT0S"
            })
    void waitsAsLongAsItIsAskedTo(String retryAfter, Duration wait) {
        server.createContext(
                "/",
                exchange -> {
                    exchange.getResponseHeaders().add("Retry-After", retryAfter);
                    answer(exchange, 429, "{}");
                });
        assertThat(failure())
                .isInstanceOfSatisfying(
                        Failure.GatewayThrottled.class,
                        throttled -> assertThat(throttled.retryAfter()).isEqualTo(wait));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[", "{\"reference\":\"\"}", "{\"reference\":\"\\u0000\"}"})
    void anAnswerThatMakesNoSenseIsAFailure(String body) {
        answer(200, body);
        assertThat(failure()).isInstanceOf(Failure.GatewayUnavailable.class);
    }

    @Test
    void aGatewayThatNeverAnswersIsAFailure() {
        server.createContext("/", _ -> awaitEnd());
        assertThat(failureOfAnImpatientCall()).isInstanceOf(Failure.GatewayUnavailable.class);
    }

    @Test
    void aGatewayThatStopsInTheMiddleOfItsAnswerIsAFailure() {
        server.createContext(
                "/",
                exchange -> {
                    exchange.getResponseHeaders().add("Content-Type", "application/json");
                    exchange.sendResponseHeaders(200, 100);
                    exchange.getResponseBody().write('{');
                    exchange.getResponseBody().flush();
                    awaitEnd();
                });
        assertThat(failureOfAnImpatientCall()).isInstanceOf(Failure.GatewayUnavailable.class);
    }

    @Test
    void aGatewayThatIsNotThereIsAFailure() {
        server.stop(0);
        assertThat(failure()).isInstanceOf(Failure.GatewayUnavailable.class);
    }

    /// A full backlog drops the SYN, as a bad line would.
    @Test
    void aLostSynIsNoFailure() throws Exception {
        var local = InetAddress.getLoopbackAddress();
        var full = HttpServer.create(new InetSocketAddress(local, 0), 1);
        full.createContext("/", exchange -> answer(exchange, 200, "{\"reference\":\"ch_1\"}"));
        var port = full.getAddress().getPort();
        try (var _ = new Socket(local, port);
                var _ = new Socket(local, port);
                var calls = Executors.newVirtualThreadPerTaskExecutor()) {
            var answer = calls.submit(() -> gatewayWithDefaults(port).charge(CHARGE));
            assertThat(answer)
                    .failsWithin(Duration.ofMillis(500))
                    .withThrowableOfType(TimeoutException.class);
            full.start();
            assertThat(answer)
                    .succeedsWithin(Duration.ofSeconds(10))
                    .isEqualTo(new GatewayAnswer.Accepted("ch_1"));
        } finally {
            full.stop(0);
        }
    }

    private Failure failure() {
        return ((GatewayAnswer.Failed) gateway().charge(CHARGE)).failure();
    }

    /// Waits for answers that come.
    private PaymentGateway gateway() {
        return gateway(Duration.ofSeconds(30));
    }

    /// Doesn't wait for long for one that never comes.
    private Failure failureOfAnImpatientCall() {
        var answer = gateway(Duration.ofMillis(500)).charge(CHARGE);
        return ((GatewayAnswer.Failed) answer).failure();
    }

    private PaymentGateway gateway(Duration timeout) {
        var url = url(server.getAddress().getPort());
        return gateway(
                url,
                new GatewaySettings(
                        url,
                        false,
                        timeout,
                        timeout,
                        Duration.ofSeconds(1),
                        new GatewaySettings.Breaker(20, 10, 50, Duration.ofSeconds(1), 5)));
    }

    private static PaymentGateway gatewayWithDefaults(int port) {
        var url = url(port);
        var source = new MapConfigurationPropertySource(Map.of("payments.gateway.url", url));
        var defaults = new Binder(source).bind("payments.gateway", GatewaySettings.class).get();
        return gateway(url, defaults);
    }

    private static URI url(int port) {
        return URI.create("http://localhost:" + port);
    }

    private static PaymentGateway gateway(URI url, GatewaySettings settings) {
        var client = GatewayConfiguration.client(url, settings, RestClient.builder());
        return new HttpGateway(client, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private void answer(int status, String body) {
        server.createContext("/", exchange -> answer(exchange, status, body));
    }

    private void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            asked =
                    "%s %s %s %s"
                            .formatted(
                                    exchange.getRequestMethod(),
                                    exchange.getRequestURI(),
                                    exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                                    new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, 0);
            exchange.getResponseBody().write(body.getBytes(UTF_8));
        }
    }

    private void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
