package dev.kafkaorders.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kafkaorders.payments.stage.Stage;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The drill's switch: the simulated gateway is made to misbehave, in the profile `demo` only.
class GatewayBehaviourIntegrationTests {

    private static final String PATH = "/gateway/behaviour";
    private static final String DEMO = "spring.profiles.active=demo";

    private final Stage stage = Stage.open();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void anOutageOnDemandCostsNoOrderAnything() {
        var service = stage.start(DEMO);
        assertThat(service.put(PATH, "{\"outage\":true}"))
                .returns(200, HttpResponse::statusCode)
                .returns(
                        "{\"latencyMillis\":0,\"failureRatio\":0.0,\"outage\":true,\"refusing\":false}",
                        HttpResponse::body);
        stage.place(50, "pm_ok");
        await().until(() -> service.get("/actuator/health/readiness").statusCode() == 503);
        assertThat(stage.outcomes()).isEmpty();
        service.put(PATH, "{}");
        await().until(() -> stage.outcomes().size() == 50);
        assertThat(stage.retries()).isEmpty();
        assertThat(stage.deadLetters()).isEmpty();
    }

    @Test
    void aRefusalOnDemandKillsWhatComesMeanwhile() {
        var service = stage.start(DEMO);
        service.put(PATH, "{\"refusing\":true}");
        stage.place(20, "pm_ok");
        await().until(() -> stage.deadLetters().size() == 20);
        service.put(PATH, "{}");
        stage.place(5, "pm_ok");
        await().until(() -> stage.outcomes().size() == 5);
        assertThat(stage.deadLetters()).hasSize(20);
        assertThat(stage.retries()).isEmpty();
    }

    @Test
    void refusesWhatNoGatewayCouldDo() {
        var service = stage.start(DEMO);
        assertThat(service.put(PATH, "{\"failureRatio\":2}"))
                .returns(400, HttpResponse::statusCode)
                .extracting(HttpResponse::body)
                .asString()
                .contains("invalid-behaviour", "failureRatio must be from 0 to 1");
        assertThat(service.get(PATH).body()).contains("\"failureRatio\":0.0");
    }

    @Test
    void nobodyIsPaidByASimulationUnasked() {
        assertThat(stage.failureOfStart("payments.gateway.simulated=false"))
                .hasStackTraceContaining("There is no payment gateway: set PAYMENTS_GATEWAY_URL");
    }

    @Test
    void isNotThereInProduction() {
        assertThat(stage.start().put(PATH, "{\"outage\":true}").statusCode()).isEqualTo(404);
    }
}
