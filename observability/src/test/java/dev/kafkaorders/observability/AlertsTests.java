package dev.kafkaorders.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Whoever is woken by an alert finds out why, and what to do.
class AlertsTests {

    private static final List<String> ANNOTATIONS = List.of("summary", "description", "runbook");

    @Test
    void eachSaysHowBadItIsAndWhatItMeans() {
        assertThat(Rules.alerts())
                .isNotEmpty()
                .allSatisfy(alert -> {
                    assertThat(alert.at("/labels/severity").asString()).isIn("critical", "warning");
                    assertThat(ANNOTATIONS)
                            .allSatisfy(name -> assertThat(annotation(alert, name)).isNotBlank());
                });
    }

    @Test
    void eachHasASectionInTheRunbook() {
        var runbook = ConfigFiles.text("README.md").lines().toList();
        assertThat(Rules.alerts())
                .allSatisfy(alert -> {
                    var name = name(alert);
                    assertThat(runbook).contains("### " + name);
                    assertThat(annotation(alert, "runbook"))
                            .isEqualTo("observability/README.md#" + name.toLowerCase(Locale.ROOT));
                });
    }

    @Test
    void eachIsTestedFiringAndSilent() {
        assertThat(Rules.alerts())
                .allSatisfy(alert -> {
                    assertThat(Rules.tests())
                            .anyMatch(test -> test.startsWith(name(alert) + " fires "));
                    assertThat(Rules.tests())
                            .anyMatch(test -> test.startsWith(name(alert) + " is silent "));
                });
    }

    private static String name(JsonNode alert) {
        return alert.get("alert").asString();
    }

    private static String annotation(JsonNode alert, String name) {
        return alert.at("/annotations/" + name).asString("");
    }
}
