package dev.kafkaorders.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Secrets are made by the operators, or by hand as the README says. None is here.
class SecretTests {

    private static final Set<String> MADE_BY_HAND =
            Set.of("dlq-replayer-viewer", "dlq-replayer-operator", "dlq-replayer-metrics");

    @Test
    void eachThatIsReadIsMadeBySomebody() {
        assertThat(inUse()).isNotEmpty().isSubsetOf(made());
    }

    @Test
    void theReadmeSaysHowToMakeTheOthers() throws IOException {
        assertThat(inUse()).containsAll(MADE_BY_HAND);
        assertThat(Files.readString(Path.of("README.md"))).contains(MADE_BY_HAND);
    }

    @Test
    void noneIsInTheRepository() {
        assertThat(Manifests.named("Secret")).isEmpty();
    }

    private static Set<String> inUse() {
        var names = new HashSet<String>();
        for (var manifest : Manifests.all()) {
            manifest.all("secretName").forEach(name -> names.add(name.asString()));
            manifest.all("secretKeyRef").forEach(key -> names.add(key.path("name").asString()));
            Stream.of("basicAuth", "secretTargetRef")
                    .flatMap(field -> manifest.all(field).stream())
                    .flatMap(JsonNode::valueStream)
                    .forEach(key -> names.add(key.path("name").asString()));
        }
        return names;
    }

    private static Set<String> made() {
        var names = new HashSet<>(MADE_BY_HAND);
        names.addAll(Manifests.named("KafkaUser").keySet());
        for (var kafka : Manifests.named("Kafka").keySet()) {
            names.add(kafka + "-cluster-ca-cert");
        }
        for (var postgres : Manifests.named("Cluster").keySet()) {
            names.add(postgres + "-app");
            names.add(postgres + "-ca");
        }
        return names;
    }
}
