package dev.kafkaorders.payments.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.kafkaorders.events.EventId;
import dev.kafkaorders.events.Money;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Currency;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.client.RestClient;

class HttpGatewayTests {

    private static final Charge CHARGE =
            new Charge(
                    new EventId(UUID.randomUUID()),
                    UUID.randomUUID(),
                    new Money(1999, Currency.getInstance("EUR")),
                    "pm_ok");
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
    @ValueSource(ints = {201, 302, 400, 409, 429, 500, 503})
    void anythingElseIsAFailure(int status) {
        answer(status, "{\"reference\":\"ch_1\"}");
        assertThat(gateway().charge(CHARGE)).isInstanceOf(GatewayAnswer.Failed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[", "{\"reference\":\"\"}", "{\"reference\":\"\\u0000\"}"})
    void anAnswerThatMakesNoSenseIsAFailure(String body) {
        answer(200, body);
        assertThat(gateway().charge(CHARGE)).isInstanceOf(GatewayAnswer.Failed.class);
    }

    @Test
    void aGatewayThatNeverAnswersIsAFailure() {
        server.createContext("/", _ -> awaitEnd());
        assertThat(gateway().charge(CHARGE)).isInstanceOf(GatewayAnswer.Failed.class);
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
        assertThat(gateway().charge(CHARGE)).isInstanceOf(GatewayAnswer.Failed.class);
    }

    @Test
    void aGatewayThatIsNotThereIsAFailure() {
        server.stop(0);
        assertThat(gateway().charge(CHARGE)).isInstanceOf(GatewayAnswer.Failed.class);
    }

    private PaymentGateway gateway() {
        var url = URI.create("http://localhost:" + server.getAddress().getPort());
        var settings =
                new GatewaySettings(
                        url, Duration.ofMillis(500), Duration.ofMillis(500), Duration.ofSeconds(1));
        return new HttpGateway(GatewayConfiguration.client(url, settings, RestClient.builder()));
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
