package dev.kafkaorders.deploy;

import static java.util.Map.entry;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The schemas of Strimzi's custom resource definitions, made by the generator that Strimzi makes
/// its own with. Kubernetes drops fields that a schema doesn't know; here they are errors.
final class StrimziSchemas {

    private static final Map<String, Class<?>> MODELS =
            Map.ofEntries(
                    entry("Kafka", Kafka.class),
                    entry("KafkaNodePool", KafkaNodePool.class),
                    entry("KafkaTopic", KafkaTopic.class),
                    entry("KafkaUser", KafkaUser.class));
    private static final String GENERATOR = "io.strimzi.crdgenerator.CrdGenerator";
    private static final String VERSION = "v1";

    private final Map<String, Schema> schemas = new HashMap<>();

    /// @param folder where the definitions are written to
    static StrimziSchemas generate(Path folder) throws IOException, InterruptedException {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                GENERATOR,
                                "--yaml",
                                "--target-kube",
                                "1.30+",
                                "--crd-api-version",
                                VERSION,
                                "--api-versions",
                                VERSION,
                                "--storage-version",
                                VERSION));
        MODELS.forEach((kind, model) ->
                command.add("%s=%s".formatted(model.getName(), folder.resolve(kind))));
        var exitCode = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (exitCode != 0) {
            throw new AssertionError("%s ended with %d".formatted(GENERATOR, exitCode));
        }
        var schemas = new StrimziSchemas();
        for (var kind : MODELS.keySet()) {
            schemas.add(kind, folder.resolve(kind));
        }
        return schemas;
    }

    private void add(String kind, Path definition) throws IOException {
        var version =
                new YAMLMapper().readTree(Files.readString(definition)).at("/spec/versions/0");
        var schema = version.at("/schema/openAPIV3Schema");
        close(schema);
        schemas.put(
                "kafka.strimzi.io/%s %s".formatted(version.path("name").asString(), kind),
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(schema));
    }

    /// Everything that is wrong.
    List<String> violations(Manifest manifest) {
        var schema = schemas.get(manifest.text("/apiVersion") + " " + manifest.kind());
        if (schema == null) {
            return List.of("Strimzi knows no " + manifest);
        }
        return schema.validate(manifest.content()).stream().map(Object::toString).toList();
    }

    private static void close(JsonNode schema) {
        var open =
                schema.has("additionalProperties")
                        || schema.path("x-kubernetes-preserve-unknown-fields").asBoolean(false);
        if (schema.path("properties").isObject() && !open) {
            ((ObjectNode) schema).put("additionalProperties", false);
        }
        schema.path("properties").values().forEach(StrimziSchemas::close);
        if (schema.has("items")) {
            close(schema.path("items"));
        }
    }
}
