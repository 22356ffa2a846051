package dev.kafkaorders.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What Kubernetes and Strimzi would refuse, or drop without a word.
class SchemaTests {

    /// Their schemas are in no artifact that a build could take: the README says how they were
    /// checked.
    private static final Set<String> NOT_CHECKED_HERE =
            Set.of("Cluster", "PodMonitor", "ScaledObject", "TriggerAuthentication");

    private static StrimziSchemas strimzi;
    private final KubernetesModels kubernetes = new KubernetesModels();

    @BeforeAll
    static void generateSchemas(@TempDir Path folder) throws Exception {
        strimzi = StrimziSchemas.generate(folder);
    }

    static List<Manifest> checked() {
        return Manifests.all().stream()
                .filter(manifest -> !NOT_CHECKED_HERE.contains(manifest.kind()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("checked")
    void isValid(Manifest manifest) {
        assertThat(violations(manifest)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{apiVersion: kafka.strimzi.io/v1, kind: KafkaTopic, spec: {partition: 6}}",
                "{apiVersion: kafka.strimzi.io/v1, kind: KafkaTopic, spec: {replicas: 0}}",
                "{apiVersion: kafka.strimzi.io/v1beta2, kind: KafkaTopic, spec: {replicas: 3}}",
                "{apiVersion: kafka.strimzi.io/v1, kind: KafkaNodePool, spec: {roles: [brokr]}}",
                "{apiVersion: policy/v1, kind: PodDisruptionBudget, spec: {minAvailible: 1}}",
                "{apiVersion: v1, kind: Service, spec: {ports: [{port: eighty}]}}",
                "{apiVersion: v1, kind: Servise, spec: {}}",
            })
    void findsWhatIsWrong(String yaml) {
        var manifest = Manifests.read("a mistake", yaml).findFirst().orElseThrow();
        assertThat(violations(manifest)).isNotEmpty();
    }

    @Test
    void thereIsSomethingToCheck() {
        assertThat(checked()).hasSizeGreaterThan(30);
    }

    private List<String> violations(Manifest manifest) {
        return manifest.text("/apiVersion").startsWith("kafka.strimzi.io/")
                ? strimzi.violations(manifest)
                : kubernetes.violations(manifest);
    }
}
