package dev.kafkaorders.observability;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Grafana's dashboards.
final class Dashboards {

    private Dashboards() {}

    static List<JsonNode> all() {
        return ConfigFiles.readAll("grafana/dashboards");
    }

    /// Those that show something, rows left out.
    static Stream<JsonNode> panels(JsonNode dashboard) {
        return dashboard
                .get("panels")
                .valueStream()
                .filter(panel -> !panel.get("type").asString().equals("row"));
    }

    /// Everything that they ask: panels, annotations, variables.
    static List<String> expressions() {
        return all().stream().flatMap(Dashboards::expressions).toList();
    }

    private static Stream<String> expressions(JsonNode dashboard) {
        return Stream.of(
                        panels(dashboard)
                                .flatMap(panel -> panel.get("targets").valueStream())
                                .map(target -> target.get("expr")),
                        dashboard
                                .at("/annotations/list")
                                .valueStream()
                                .map(annotation -> annotation.at("/target/expr")),
                        dashboard
                                .at("/templating/list")
                                .valueStream()
                                .map(variable -> variable.at("/query/query")))
                .flatMap(part -> part)
                .map(JsonNode::asString);
    }
}
