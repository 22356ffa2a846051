package dev.kafkaorders.deploy;

import static java.util.Map.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Kubernetes' own resources, as the classes that its API's definition was made into. Those take
/// unknown fields and keep them; here they are errors.
final class KubernetesModels {

    private static final Map<String, Class<?>> MODELS =
            Map.ofEntries(
                    entry("v1 ConfigMap", ConfigMap.class),
                    entry("v1 Namespace", Namespace.class),
                    entry("v1 Service", Service.class),
                    entry("apps/v1 Deployment", Deployment.class),
                    entry("apps/v1 StatefulSet", StatefulSet.class),
                    entry("networking.k8s.io/v1 NetworkPolicy", NetworkPolicy.class),
                    entry("policy/v1 PodDisruptionBudget", PodDisruptionBudget.class));

    private final ObjectMapper mapper = new ObjectMapper();

    KubernetesModels() {
        mapper.setAnnotationIntrospector(new NothingUnknown());
    }

    /// What is wrong.
    List<String> violations(Manifest manifest) {
        var model = MODELS.get(manifest.text("/apiVersion") + " " + manifest.kind());
        if (model == null) {
            return List.of("Kubernetes knows no " + manifest);
        }
        try {
            var written = mapper.readTree(manifest.content().toString());
            JsonNode understood = mapper.valueToTree(mapper.treeToValue(written, model));
            return lost("", written, understood).toList();
        } catch (JsonProcessingException e) {
            return List.of(e.getMessage());
        }
    }

    /// What doesn't come back as it was written: a word of a list that has no such word, say.
    private static Stream<String> lost(String path, JsonNode written, JsonNode understood) {
        if (written.isObject()) {
            return written.properties().stream()
                    .flatMap(field ->
                            lost(
                                    path + "/" + field.getKey(),
                                    field.getValue(),
                                    understood.path(field.getKey())));
        }
        if (written.isArray()) {
            return Stream.iterate(0, i -> i < written.size(), i -> i + 1)
                    .flatMap(i -> lost(path + "/" + i, written.get(i), understood.path(i)));
        }
        return written.asText().equals(understood.asText())
                ? Stream.empty()
                : Stream.of("%s: %s becomes %s".formatted(path, written, understood));
    }

    private static final class NothingUnknown extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1;

        @Override
        public Boolean hasAnySetter(Annotated member) {
            return false;
        }
    }
}
