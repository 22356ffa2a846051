package dev.kafkaorders.orders.placement.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkaorders.orders.placement.Placement;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebMvcTest(PlacementController.class)
@Import({BatchCheck.class, RequestFingerprints.class, StrictJson.class})
@EnableConfigurationProperties(WebSettings.class)
class ValidationTests {

    private static final String ORDER =
            """
            {"customerId": "c-1", "currency": "EUR", "paymentMethod": "pm_ok",
             "lines": [{"sku": "tea", "quantity": 2, "unitPriceMinor": 450}]}\
            """;

    private static final int MANY = 500;

    @Autowired MockMvcTester mvc;

    /// Never asked: an invalid request does not get that far.
    @MockitoBean Placement placement;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "c-1"    | ""         | $.customerId
                    "c-1"    | "\\u0000"  | $.customerId
                    "c-1"    | "\\ud800"  | $.customerId
                    "c-1"    | null       | $.customerId
                    "c-1"    | {}         | $.customerId
                    "c-1"    | 7          | $.customerId
                    "EUR"    | "EURO"     | $.currency
                    "pm_ok"  | " "        | $.paymentMethod
                    "tea"    | " "        | $.lines[0].sku
                    2        | 0          | $.lines[0].quantity
                    2        | 10001      | $.lines[0].quantity
                    2        | 1.5        | $.lines[0].quantity
                    2        | "2"        | $.lines[0].quantity
                    2        | null       | $.lines[0].quantity
                    2        | 99999999999| $.lines[0].quantity
                    450      | -1         | $.lines[0].unitPriceMinor
                    450      | 100000000001 | $.lines[0].unitPriceMinor
                    "sku"    | "SKU"      | $.lines[0].SKU
                    "lines"  | "line"     | $.line
                    "c-1"    | "c-1", "customerId": "c-2" | $
                    450      | 450, "quantity": 3 | $.lines[0]
                    """)
    void saysWhatIsWrongWhere(String valid, String invalid, String path) {
        assertThat(post("/orders", ORDER.replace(valid, invalid)))
                .hasStatus(400)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyJson()
                .hasPathSatisfying(
                        "$.type",
                        type ->
                                assertThat(type)
                                        .isEqualTo("urn:kafka-orders:problem:invalid-request"))
                .hasPathSatisfying(
                        "$.violations[*].path",
                        paths -> assertThat(paths).asArray().contains(path));
    }

    @Test
    void namesEveryViolationOfABatch() {
        var invalid = ORDER.replace("EUR", "?").replace("2", "0");
        assertThat(post("/orders/batch", batch(ORDER, invalid, ORDER, invalid)))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.violations[*].path")
                .asArray()
                .containsExactlyInAnyOrder(
                        "$.orders[1].currency",
                        "$.orders[1].lines[0].quantity",
                        "$.orders[3].currency",
                        "$.orders[3].lines[0].quantity");
    }

    /// Or what is wrong with them would fill the heap.
    @Test
    void stopsWhereEnoughIsWrong() {
        var order = "{\"lines\": [" + String.join(",", Collections.nCopies(100, "{}")) + "]}";
        assertThat(
                        post(
                                "/orders/batch",
                                batch(Collections.nCopies(1000, order).toArray(String[]::new))))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.violations")
                .asArray()
                .hasSizeBetween(100, MANY);
        var lines = "{\"lines\": [" + String.join(",", Collections.nCopies(10_000, "{}")) + "]}";
        assertThat(post("/orders", lines))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.violations[*].path")
                .asArray()
                .contains("$.lines")
                .hasSizeLessThan(MANY);
    }

    @Test
    void aBatchHasOneToAThousandOrders() {
        assertThat(violationOf("/orders/batch", batch())).isEqualTo("$.orders");
        var tooMany = Collections.nCopies(1001, ORDER).toArray(String[]::new);
        assertThat(violationOf("/orders/batch", batch(tooMany))).isEqualTo("$.orders");
        assertThat(violationOf("/orders/batch", batch("null"))).isEqualTo("$.orders[0]");
    }

    @Test
    void anOrderHasOneToAHundredLines() {
        var line = "{\"sku\": \"tea\", \"quantity\": 2, \"unitPriceMinor\": 450}";
        var tooMany = String.join(",", Collections.nCopies(101, line));
        assertThat(violationOf("/orders", ORDER.replace(line, ""))).isEqualTo("$.lines");
        assertThat(violationOf("/orders", ORDER.replace(line, tooMany))).isEqualTo("$.lines");
        assertThat(violationOf("/orders", ORDER.replace(line, "null"))).isEqualTo("$.lines[0]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "\"order\"", "{} {}"})
    void refusesWhatIsNoOrder(String body) {
        assertThat(post("/orders", body))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.violations[0].path")
                .asString()
                .startsWith("$");
    }

    @Test
    void tellsNothingOfItsClasses() {
        assertThat(post("/orders", ORDER.replace("2", "\"two\"")))
                .bodyText()
                .contains("must be of type integer")
                .doesNotContain("java", "dev.kafkaorders");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\"\"", "schl\u00fcssel"})
    void refusesAnIdempotencyKeyThatIsNone(String key) {
        assertThat(post("/orders", ORDER, key))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("urn:kafka-orders:problem:invalid-idempotency-key");
    }

    @Test
    void refusesAnIdempotencyKeyThatIsTooLong() {
        assertThat(post("/orders", ORDER, "k".repeat(256))).hasStatus(400);
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        assertThat(post("/orders", " ".repeat(4 * 1024 * 1024) + ORDER))
                .hasStatus(413)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("urn:kafka-orders:problem:content-too-large");
    }

    @Test
    void refusesAnOrderIdThatIsNone() {
        assertThat(mvc.post().uri("/orders/7/cancellation"))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("urn:kafka-orders:problem:bad-request");
    }

    private Object violationOf(String path, String body) {
        var violation = assertThat(post(path, body)).hasStatus(400).bodyJson();
        var holder = new Object[1];
        violation.extractingPath("$.violations[0].path").satisfies(it -> holder[0] = it);
        return holder[0];
    }

    private MvcTestResult post(String path, String body) {
        return mvc.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult post(String path, String body, String key) {
        return mvc.post()
                .uri(path)
                .header(IdempotencyKeyHeader.NAME, key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private static String batch(String... orders) {
        return "{\"orders\": [" + String.join(",", orders) + "]}";
    }
}
