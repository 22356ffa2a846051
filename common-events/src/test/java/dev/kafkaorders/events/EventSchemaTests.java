package dev.kafkaorders.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Holds what the serializer writes against the JSON Schemas in the jar.
class EventSchemaTests {

    private final JsonMapper mapper = JsonMapper.shared();

    @ParameterizedTest
    @EnumSource
    void whatIsWrittenIsValid(EventType type) {
        assertThat(schema(type).validate(written(type))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyFieldThatIsWrittenIsDescribed(EventType type) {
        var described = schemaJson(type).get("properties").propertyNames();
        assertThat(described).containsExactlyInAnyOrderElementsOf(written(type).propertyNames());
    }

    @ParameterizedTest
    @EnumSource
    void anEventWithoutItsOrderIsInvalid(EventType type) {
        var anonymous = ((ObjectNode) written(type)).without("orderId");
        assertThat(schema(type).validate(anonymous)).isNotEmpty();
    }

    private JsonNode written(EventType type) {
        var record = new EventRecords().toRecord("any", SampleEvents.event(type));
        return mapper.readTree(record.value());
    }

    private Schema schema(EventType type) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schemaJson(type));
    }

    private JsonNode schemaJson(EventType type) {
        return mapper.readTree(getClass().getResourceAsStream(type.schemaResource()));
    }
}
