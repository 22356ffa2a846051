package dev.kafkaorders.orders.placement.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import dev.kafkaorders.events.Money;
import dev.kafkaorders.events.OrderCancelled;
import dev.kafkaorders.events.OrderLine;
import dev.kafkaorders.events.OrderPlaced;
import dev.kafkaorders.orders.placement.CancellationResult;
import dev.kafkaorders.orders.placement.OrderJson;
import dev.kafkaorders.orders.placement.Placement;
import dev.kafkaorders.orders.placement.PlacementResult;
import dev.kafkaorders.orders.placement.Refusal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// In which format is answered what has been decided.
@WebMvcTest(PlacementController.class)
@Import({BatchCheck.class, RequestFingerprints.class, StrictJson.class})
@EnableConfigurationProperties(WebSettings.class)
class AnswerTests {

    private static final UUID ID = UUID.randomUUID();

    @Autowired MockMvcTester mvc;
    @MockitoBean Placement placement;

    /// He would take the order for refused, and place it again.
    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/xml", "application/problem+json", "nonsense"})
    void whatWasWrittenIsToldInJsonToWhomeverWantsSomethingElse(String accept) throws Exception {
        when(placement.place(any(), any(), any())).thenReturn(placed());
        when(placement.cancel(any(), any()))
                .thenReturn(new CancellationResult.Requested(new OrderCancelled(ID, "late")));
        assertThat(post("/orders", OrderJson.order("c-1"), accept))
                .hasStatus(201)
                .hasContentType(MediaType.APPLICATION_JSON);
        assertThat(post("/orders/batch", OrderJson.batch("c-1", 1), accept))
                .hasStatus(201)
                .hasContentType(MediaType.APPLICATION_JSON);
        assertThat(post("/orders/" + ID + "/cancellation", "{}", accept))
                .hasStatus(202)
                .hasContentType(MediaType.APPLICATION_JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/html", "application/xml", "nonsense"})
    void aRefusalIsAProblem(String accept) throws Exception {
        when(placement.place(any(), any(), any())).thenReturn(new Refusal.OutcomeUnknown());
        assertThat(post("/orders", OrderJson.order("c-1"), accept))
                .hasStatus(503)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    private MvcTestResult post(String path, String body, String accept) {
        return mvc.post()
                .uri(path)
                .header(HttpHeaders.ACCEPT, accept)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private static PlacementResult placed() {
        var price = new Money(450, Currency.getInstance("EUR"));
        var lines = List.of(new OrderLine("tea", 1, price));
        var order = new OrderPlaced(ID, "c-1", lines, price, "pm_ok", "web");
        return new PlacementResult.Placed(List.of(order), Instant.now(), false);
    }
}
