package dev.kafkaorders.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// What `kubectl apply -k` would send. Skipped where there is no kubectl, which brings Kustomize
/// along.
class OverlayTests {

    static List<Path> overlays() throws IOException {
        try (var folders = Files.list(Path.of("overlays"))) {
            return folders.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void isTheBaseWithImagesAndLabels(Path overlay) throws Exception {
        var built = build(overlay);
        assertThat(built)
                .map(manifest -> manifest.kind() + " " + manifest.name())
                .containsAll(
                        Manifests.all().stream()
                                .map(manifest -> manifest.kind() + " " + manifest.name())
                                .toList());
        assertThat(built)
                .filteredOn(manifest -> !manifest.kind().equals("Namespace"))
                .allMatch(manifest -> manifest.text("/metadata/namespace").equals("kafka-orders"));
        assertThat(built)
                .filteredOn(manifest -> manifest.text("/apiVersion").contains("strimzi"))
                .allMatch(manifest ->
                        manifest.at("/metadata/labels")
                                .path("strimzi.io/cluster")
                                .asString("")
                                .equals("orders"));
        // The listener lets in whom it knows by this label.
        assertThat(built)
                .filteredOn(manifest -> manifest.at("/spec/template/spec/containers").isArray())
                .hasSize(3)
                .allMatch(manifest ->
                        manifest.at("/spec/template/metadata/labels")
                                .path("app.kubernetes.io/part-of")
                                .asString("")
                                .equals("kafka-orders"));
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void saysOfWhichVersionEachImageIs(Path overlay) throws Exception {
        assertThat(build(overlay).stream().flatMap(manifest -> manifest.all("image").stream()))
                .hasSize(3)
                .map(JsonNode::asString)
                .allMatch(image -> image.matches(".+(:(?!latest$)[\\w.-]+|@sha256:[0-9a-f]{64})"));
    }

    /// Without it payment-consumer doesn't start, and it is never to be simulated there.
    @ParameterizedTest
    @MethodSource("overlays")
    void saysWhoThePaymentGatewayIs(Path overlay) throws Exception {
        assertThat(build(overlay))
                .filteredOn(manifest -> manifest.name().equals("payment-consumer"))
                .filteredOn(manifest -> manifest.kind().equals("StatefulSet"))
                .singleElement()
                .extracting(manifest ->
                        manifest.all("env").stream()
                                .flatMap(JsonNode::valueStream)
                                .map(variable -> variable.path("name").asString())
                                .toList())
                .asInstanceOf(LIST)
                .contains("PAYMENTS_GATEWAY_URL")
                .doesNotContain("PAYMENTS_GATEWAY_SIMULATED");
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void isValid(Path overlay) throws Exception {
        var kubernetes = new KubernetesModels();
        assertThat(build(overlay))
                .filteredOn(
                        manifest -> List.of("StatefulSet", "Deployment").contains(manifest.kind()))
                .allSatisfy(manifest -> assertThat(kubernetes.violations(manifest)).isEmpty());
    }

    private static List<Manifest> build(Path overlay) throws Exception {
        var kubectl = kubectl();
        assumeThat(kubectl).as("kubectl on the PATH").isPresent();
        var process =
                new ProcessBuilder(kubectl.orElseThrow(), "kustomize", overlay.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("exit code of kubectl").isZero();
        return Manifests.read(overlay.toString(), output).toList();
    }

    private static Optional<String> kubectl() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "kubectl"))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }
}
