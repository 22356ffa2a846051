package dev.kafkaorders.lab.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageTests {
    private static final Finding KEPT =
            new Finding("nothing is lost", "600 orders, 0 lost", List.of());
    private static final Finding BROKEN =
            new Finding("charged once", "1 twice", List.of("order <1> has 2 charges"));

    @Test
    void needsNothingFromElsewhere() {
        assertThat(page(KEPT)).doesNotContain("http:", "https:", "<script", "src=", "@import");
    }

    @Test
    void saysWhatWasFoundOfEachPromise() {
        assertThat(page(KEPT))
                .contains("every promise kept", "nothing is lost", "600 orders, 0 lost");
        assertThat(page(KEPT, BROKEN))
                .contains("a promise was broken", "BROKEN", "order &lt;1> has 2 charges");
    }

    @Test
    void drawsEachFaultWithItsProof() {
        assertThat(page(KEPT))
                .contains("<svg", "class=\"fault kill\"", "process 4711 is gone", "<polyline");
    }

    private static String page(Finding... findings) {
        return Page.of(RunExample.with(List.of(), List.of(findings)));
    }
}
