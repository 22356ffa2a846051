package dev.kafkaorders.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// A dashboard that is looked at in the night explains itself.
class DashboardsTests {

    private static final int GRID = 24;

    static Stream<JsonNode> dashboards() {
        return Dashboards.all().stream();
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void hasANameThatLinksKeep(JsonNode dashboard) {
        assertThat(dashboard.get("uid").asString()).matches("kafka-orders-[a-z-]+");
        assertThat(dashboard.get("title").asString()).isNotBlank();
        assertThat(dashboard.get("description").asString()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void everyPanelHasADescriptionAUnitThresholdsAndLegends(JsonNode dashboard) {
        assertThat(Dashboards.panels(dashboard))
                .isNotEmpty()
                .allSatisfy(panel -> {
                    assertThat(panel.get("description").asString()).endsWith(".");
                    assertThat(panel.at("/fieldConfig/defaults/unit").asString("")).isNotBlank();
                    assertThat(panel.at("/fieldConfig/defaults/thresholds/steps").size())
                            .isPositive();
                    assertThat(panel.get("targets").valueStream())
                            .allSatisfy(target ->
                                    assertThat(target.get("legendFormat").asString()).isNotBlank());
                });
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void allAsksTheDataSourceThatIsProvisioned(JsonNode dashboard) {
        var provisioned = ConfigFiles.read("grafana/provisioning/datasources/prometheus.yml");
        var uid = provisioned.at("/datasources/0/uid").asString();
        assertThat(dashboard.findValues("datasource"))
                .isNotEmpty()
                .allSatisfy(source -> assertThat(source.get("uid").asString()).isEqualTo(uid));
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void marksDeploymentsReplaysAndResets(JsonNode dashboard) {
        assertThat(dashboard.at("/annotations/list").valueStream())
                .extracting(annotation -> annotation.get("name").asString())
                .containsExactly("Deployments", "Replays", "Resets");
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void noTwoPanelsShareAPlaceOrAnId(JsonNode dashboard) {
        var panels = dashboard.get("panels").valueStream().toList();
        assertThat(panels).extracting(panel -> panel.get("id").asInt()).doesNotHaveDuplicates();
        assertThat(panels.stream().flatMap(DashboardsTests::cells)).doesNotHaveDuplicates();
    }

    private static Stream<String> cells(JsonNode panel) {
        var grid = panel.get("gridPos");
        var x = grid.get("x").asInt();
        var y = grid.get("y").asInt();
        assertThat(x + grid.get("w").asInt()).isLessThanOrEqualTo(GRID);
        return Stream.iterate(x, column -> column + 1)
                .limit(grid.get("w").asInt())
                .flatMap(column ->
                        Stream.iterate(y, row -> row + 1)
                                .limit(grid.get("h").asInt())
                                .map(row -> column + "," + row));
    }
}
