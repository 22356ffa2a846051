package dev.kafkaorders.orders.placement.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkaorders.orders.idempotency.Fingerprint;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RequestFingerprintsTests {

    private static final String ORDER =
            """
            {"customerId": "c-1", "currency": "EUR", "paymentMethod": "pm_ok",
             "lines": [{"sku": "tea", "quantity": 2, "unitPriceMinor": 450}]}\
            """;

    @Test
    void blanksAndTheOrderOfFieldsDoNotMatter() {
        var reordered =
                """
                {"lines":[{"unitPriceMinor":450,"quantity":2,"sku":"tea"}],
                 "paymentMethod":"pm_ok","currency":"EUR","customerId":"c-1","channel":null}\
                """;
        assertThat(fingerprint("/orders", reordered)).isEqualTo(fingerprint("/orders", ORDER));
    }

    @Test
    void whatIsOrderedMatters() {
        assertThat(fingerprint("/orders", ORDER.replace("tea", "coffee")))
                .isNotEqualTo(fingerprint("/orders", ORDER));
    }

    @Test
    void whatIsAskedMatters() {
        assertThat(fingerprint("/other", ORDER)).isNotEqualTo(fingerprint("/orders", ORDER));
    }

    /// Stored for a day and compared by the next version: must not change between versions.
    @Test
    void staysTheSameOverVersions() {
        assertThat(fingerprint("/orders", ORDER))
                .hasToString("19f2d7e705e3d02175590702573726157c4b9f18a845e56dbf6a602e36ee6594");
    }

    private static Fingerprint fingerprint(String path, String json) {
        var request = JsonMapper.shared().readValue(json, OrderRequest.class);
        return new RequestFingerprints().of("POST", path, request);
    }
}
