package dev.kafkaorders.payments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkaorders.payments.stage.Service;
import dev.kafkaorders.payments.stage.Stage;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpIntegrationTests {

    private final Stage stage = Stage.open();
    private final UUID captured = stage.place("pm_ok");
    private final UUID declined = stage.place("pm_declined");
    private Service service;

    @BeforeAll
    void startService() {
        stage.cancel(stage.place("pm_ok"));
        service = stage.start();
        stage.awaitAllConsumed();
    }

    @AfterAll
    void close() {
        stage.close();
    }

    @Test
    void showsACapturedPayment() {
        assertThat(service.get("/payments/" + captured).body())
                .contains("\"status\":\"CAPTURED\"", "\"minorUnits\":1999", "\"EUR\"", "ch_")
                .doesNotContain("null");
    }

    @Test
    void showsWhyAPaymentWasDeclined() {
        assertThat(service.get("/payments/" + declined).body())
                .contains("\"status\":\"DECLINED\"", "\"reason\":\"card_declined\"");
    }

    @ParameterizedTest
    @CsvSource({
        "/payments/0190a5a0-0000-7000-8000-000000000000, 404",
        "/payments/not-an-id, 400",
        "/payments, 404",
        "/nothing/here, 404"
    })
    void answersErrorsAsProblemDetails(String path, int status) {
        var answer = service.get(path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"status\":" + status);
    }

    @Test
    void namesTheProblemWhenThereIsNoPayment() {
        assertThat(service.get("/payments/0190a5a0-0000-7000-8000-000000000000").body())
                .contains("\"type\":\"urn:kafka-orders:problem:payment-not-found\"");
    }

    @Test
    void describesItsApi() {
        assertThat(service.get("/v3/api-docs").body())
                .contains("/payments/{orderId}", "\"title\":\"payment-consumer\"")
                .doesNotContain("\"/error\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/liveness", "/readiness"})
    void isHealthy(String group) {
        assertThat(service.get("/actuator/health" + group)).returns(200, HttpResponse::statusCode);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "payments_intake_records_total{outcome=\"captured\"} 2.0",
                "payments_intake_records_total{outcome=\"declined\"} 1.0",
                "payments_intake_records_total{outcome=\"refunded\"} 1.0",
                "payments_intake_records_total{outcome=\"redelivered\"} 0.0",
                "payments_intake_batch_sum 4.0",
                "payments_intake_step_seconds_count{step=\"publish\"}",
                "payments_intake_held{reason=\"gateway-away\"} 0.0",
                "payments_retry_hops_total{topic=\"payment-consumer.retry.1s\"} 0.0",
                "payments_retry_lateness_seconds_bucket{topic=\"payment-consumer.retry.1s\",le=\"0.2\"}"
                    + " 0",
                "payments_dead_letters_total{failure=\"Bug\"} 0.0",
                "payments_parked_events 0.0",
                "payments_intake_failed_total 0.0",
                "resilience4j_circuitbreaker_state{name=\"gateway\",state=\"closed\"} 1.0",
                "payments_gateway_calls_seconds_count{answer=\"accepted\",call=\"charge\"} 2",
                "payments_inbox_pruned_total 0.0",
                "kafka_consumer_fetch_manager_records_consumed_total"
            })
    void countsWhatItDoes(String metric) {
        assertThat(service.get("/actuator/prometheus").body()).contains(metric);
    }
}
