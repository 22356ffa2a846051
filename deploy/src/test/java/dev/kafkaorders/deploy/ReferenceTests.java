package dev.kafkaorders.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What is found by labels and names has to be there.
class ReferenceTests {

    private static final List<Workload> SERVICES = Workload.all();

    @Test
    void everyServiceFindsPodsAndTheirPort() {
        for (var service : Manifests.ofKind("Service").toList()) {
            var pods = selected(service.at("/spec/selector"));
            assertThat(pods).map(Workload::name).containsExactly(service.name());
            assertThat(pods.getFirst().portNames())
                    .contains(service.text("/spec/ports/0/targetPort"));
        }
        assertThat(Manifests.named("Service")).containsOnlyKeys(names());
    }

    @Test
    void everyDisruptionBudgetFindsItsPods() {
        assertThat(Manifests.named("PodDisruptionBudget"))
                .containsOnlyKeys("order-producer", "payment-consumer")
                .allSatisfy((name, budget) ->
                        assertThat(selected(budget.at("/spec/selector/matchLabels")))
                                .map(Workload::name)
                                .containsExactly(name));
    }

    @Test
    void everyWorkloadFindsItsOwnPodsAlone() {
        for (var service : SERVICES) {
            assertThat(selected(service.manifest().at("/spec/selector/matchLabels")))
                    .containsExactly(service);
        }
        assertThat(Manifests.ofKind("StatefulSet").map(set -> set.text("/spec/serviceName")))
                .isSubsetOf(Manifests.named("Service").keySet());
    }

    @Test
    void everyProbeAsksAPortThatIsThere() {
        for (var service : SERVICES) {
            assertThat(service.container().findValues("httpGet"))
                    .hasSize(3)
                    .map(probe -> probe.path("port").asString())
                    .allMatch(service.portNames()::contains);
        }
    }

    @Test
    void everyServiceIsScraped() {
        var scraped =
                Manifests.ofKind("PodMonitor")
                        .flatMap(monitor ->
                                Stream.concat(
                                        monitor.each("/spec/selector/matchExpressions/0/values"),
                                        monitor.each("/spec/selector/matchLabels")))
                        .map(JsonNode::asString);
        assertThat(scraped).contains(names());
    }

    private static List<Workload> selected(JsonNode labels) {
        return SERVICES.stream().filter(service -> service.has(labels)).toList();
    }

    private static String[] names() {
        return SERVICES.stream().map(Workload::name).toArray(String[]::new);
    }
}
