package dev.kafkaorders.deploy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// A StatefulSet or a Deployment of one of our services.
record Workload(Manifest manifest) {

    static List<Workload> all() {
        return Stream.of("StatefulSet", "Deployment")
                .flatMap(Manifests::ofKind)
                .map(Workload::new)
                .toList();
    }

    static Workload named(String name) {
        return all().stream()
                .filter(workload -> workload.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    String name() {
        return manifest.name();
    }

    JsonNode pod() {
        return manifest.at("/spec/template/spec");
    }

    JsonNode container() {
        return pod().at("/containers/0");
    }

    /// Whether its pods have all these labels.
    boolean has(JsonNode labels) {
        var own = textOf(manifest.at("/spec/template/metadata/labels"));
        return own.entrySet().containsAll(textOf(labels).entrySet());
    }

    List<String> portNames() {
        return container().path("ports").findValuesAsString("name");
    }

    /// The environment of the pod of that name. What comes from a Secret is said so and no more.
    Map<String, String> environment(String podName) {
        var environment = new HashMap<String, String>();
        container()
                .path("envFrom")
                .valueStream()
                .forEach(from -> {
                    var configMap = from.at("/configMapRef/name").asString();
                    environment.putAll(textOf(Manifests.the("ConfigMap", configMap).at("/data")));
                });
        container()
                .path("env")
                .valueStream()
                .forEach(variable ->
                        environment.put(
                                variable.path("name").asString(), value(variable, podName)));
        return environment;
    }

    private static String value(JsonNode variable, String podName) {
        if (variable.has("value")) {
            return variable.path("value").asString();
        }
        var field = variable.at("/valueFrom/fieldRef/fieldPath").asString();
        return field.equals("metadata.name")
                ? podName
                : "secret " + variable.at("/valueFrom/secretKeyRef/name").asString();
    }

    private static Map<String, String> textOf(JsonNode object) {
        var text = new HashMap<String, String>();
        object.properties().forEach(entry -> text.put(entry.getKey(), entry.getValue().asString()));
        return text;
    }

    /// Names of tests have it.
    @Override
    public String toString() {
        return name();
    }
}
