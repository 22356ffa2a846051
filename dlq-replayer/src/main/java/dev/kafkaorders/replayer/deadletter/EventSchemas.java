package dev.kafkaorders.replayer.deadletter;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import dev.kafkaorders.events.EventType;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The JSON Schemas of the contract.
@Component
class EventSchemas {

    private final Map<EventType, Schema> schemas = new EnumMap<>(EventType.class);

    EventSchemas() {
        var config =
                SchemaRegistryConfig.builder()
                        .pathType(PathType.JSON_PATH)
                        .formatAssertionsEnabled(true)
                        .build();
        var registry =
                SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12,
                        builder -> builder.schemaRegistryConfig(config));
        for (var type : EventType.values()) {
            var resource = EventType.class.getResourceAsStream(type.schemaResource());
            var json = JsonMapper.shared().readTree(Objects.requireNonNull(resource));
            schemas.put(type, registry.getSchema(json));
        }
    }

    /// Everything that is wrong; empty when it is such an event. Values are not quoted.
    List<Violation> violations(EventType type, JsonNode payload) {
        return Objects.requireNonNull(schemas.get(type)).validate(payload).stream()
                .map(error ->
                        new Violation(error.getInstanceLocation().toString(), error.getMessage()))
                .sorted(Comparator.comparing(Violation::path))
                .toList();
    }
}
