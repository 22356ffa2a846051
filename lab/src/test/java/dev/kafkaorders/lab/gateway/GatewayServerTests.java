package dev.kafkaorders.lab.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatewayServerTests {
    @TempDir Path directory;

    private final HttpClient http = HttpClient.newHttpClient();
    private Ledger ledger;
    private GatewayServer server;

    @BeforeEach
    void start() throws IOException {
        ledger = Ledger.in(directory.resolve("ledger.jsonl"));
        server = GatewayServer.start(new Cashbox(ledger, Clock.systemUTC()), 0);
    }

    @AfterEach
    void stop() {
        server.close();
        ledger.close();
        http.close();
    }

    @Test
    void takesMoneyOnceForAKey() throws Exception {
        var first = charge("key-1", "pm_ok");
        var second = charge("key-1", "pm_ok");

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(ledger().lines())
                .singleElement()
                .asString()
                .contains(
                        "\"kind\":\"charge\"",
                        "\"idempotencyKey\":\"key-1\"",
                        "\"amountMinor\":900",
                        "\"currency\":\"EUR\"");
    }

    @Test
    void movesNothingWhenItDeclinesOrRefuses() throws Exception {
        assertThat(charge("key-1", "pm_declined").statusCode()).isEqualTo(402);
        assertThat(charge("key-2", "pm_broken").statusCode()).isEqualTo(422);
        assertThat(ledger()).isEmpty();
    }

    @Test
    void failsAsOftenAsTheCardSays() throws Exception {
        assertThat(charge("key-1", "pm_flaky_2").statusCode()).isEqualTo(409);
        assertThat(charge("key-1", "pm_flaky_2").statusCode()).isEqualTo(409);
        assertThat(charge("key-1", "pm_flaky_2").statusCode()).isEqualTo(200);
    }

    @Test
    void givesMoneyBackOnceForAKey() throws Exception {
        var first = refund("key-2");
        var second = refund("key-2");

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(ledger().lines()).singleElement().asString().contains("\"kind\":\"refund\"");
    }

    private HttpResponse<String> charge(String key, String paymentMethod) throws Exception {
        return post(
                "/charges",
                key,
                """
                {"orderId":"0198c0de-0000-7000-8000-000000000001",
                 "amount":{"minorUnits":900,"currency":"EUR"},"paymentMethod":"%s"}
                """
                        .formatted(paymentMethod));
    }

    private HttpResponse<String> refund(String key) throws Exception {
        return post(
                "/refunds",
                key,
                """
                {"orderId":"0198c0de-0000-7000-8000-000000000001",
                 "amount":{"minorUnits":900,"currency":"EUR"},"chargeReference":"ch_1"}
                """);
    }

    private HttpResponse<String> post(String path, String key, String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(uri(path))
                        .header("Idempotency-Key", key)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private String ledger() throws Exception {
        return http.send(HttpRequest.newBuilder(uri("/ledger")).build(), BodyHandlers.ofString())
                .body();
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }
}
