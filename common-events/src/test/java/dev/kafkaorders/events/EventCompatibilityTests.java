package dev.kafkaorders.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What older and newer writers may have left in a topic, and what a reader makes of it.
class EventCompatibilityTests {

    private final EventReader reader = new EventReader();

    @ParameterizedTest
    @EnumSource
    void readsTheStoredSample(EventType type) {
        assertThat(read(type, SampleEvents.storedJson(type)))
                .isEqualTo(new Decoded.Known(SampleEvents.event(type)));
    }

    @ParameterizedTest
    @EnumSource
    void readsBackWhatWasWritten(EventType type) {
        var record = new EventRecords().toRecord("any", SampleEvents.event(type));
        assertThat(reader.read(record.headers(), record.value()))
                .isEqualTo(new Decoded.Known(SampleEvents.event(type)));
    }

    @ParameterizedTest
    @EnumSource
    void ignoresAFieldThatALaterVersionAdded(EventType type) {
        var json = SampleEvents.storedJson(type).replaceFirst("\\{", "{\"added\":{\"later\":[1]},");
        assertThat(read(type, json)).isEqualTo(new Decoded.Known(SampleEvents.event(type)));
    }

    @Test
    void defaultsAChannelThatIsMissing() {
        var json = withoutField(EventType.ORDER_PLACED, "channel");
        assertThat(read(EventType.ORDER_PLACED, json))
                .extracting("event.data.channel")
                .isEqualTo("web");
    }

    @Test
    void defaultsACancellationReasonThatIsMissing() {
        var json = withoutField(EventType.ORDER_CANCELLED, "reason");
        assertThat(read(EventType.ORDER_CANCELLED, json))
                .extracting("event.data.reason")
                .isEqualTo("unspecified");
    }

    @Test
    void tellsAnUnknownTypeFromBrokenJson() {
        var headers = headers(EventType.ORDER_PLACED);
        headers.remove(EventHeaders.TYPE)
                .add(EventHeaders.TYPE, "com.example.parcel".getBytes(UTF_8));
        assertThat(reader.read(headers, "{}".getBytes(UTF_8)))
                .isEqualTo(new Decoded.UnknownType("com.example.parcel"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "not json", "null", "[]", "{} {}", "{}"})
    void tellsWhatIsNoEvent(String value) {
        assertThat(read(EventType.ORDER_PLACED, value)).isInstanceOf(Decoded.Malformed.class);
    }

    @Test
    void namesTheFieldThatIsWrongAndKeepsItsValueToItself() {
        var json = SampleEvents.storedJson(EventType.ORDER_PLACED).replace("1999", "\"4242-4242\"");
        assertThat(read(EventType.ORDER_PLACED, json))
                .isEqualTo(
                        new Decoded.Malformed(
                                "$.lines[0].unitPrice.minorUnits is not of the expected type"));
    }

    @Test
    void namesTheRuleThatAnEventBreaks() {
        var json = SampleEvents.storedJson(EventType.ORDER_PLACED).replace(": 2,", ": 0,");
        assertThat(read(EventType.ORDER_PLACED, json))
                .isEqualTo(new Decoded.Malformed("$.lines[0]: quantity is 0, not 1 or more"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_id", "ce_source", "ce_type", "ce_time"})
    void namesAnAttributeThatIsMissing(String header) {
        var headers = headers(EventType.ORDER_PLACED);
        headers.remove(header);
        var value = SampleEvents.storedJson(EventType.ORDER_PLACED).getBytes(UTF_8);
        assertThat(reader.read(headers, value))
                .isEqualTo(new Decoded.Malformed("the header " + header + " is missing"));
    }

    @Test
    void tellsATombstoneFromAnEvent() {
        assertThat(reader.read(headers(EventType.ORDER_PLACED), null))
                .isEqualTo(new Decoded.Malformed("the value is null"));
    }

    private Decoded read(EventType type, String json) {
        return reader.read(headers(type), json.getBytes(UTF_8));
    }

    private static Headers headers(EventType type) {
        return new EventRecords().toRecord("any", SampleEvents.event(type)).headers();
    }

    private static String withoutField(EventType type, String field) {
        var json = SampleEvents.storedJson(type);
        var shorter = json.replaceFirst(",\\s*\"" + field + "\": \"[^\"]*\"", "");
        assertThat(shorter).isNotEqualTo(json);
        return shorter;
    }
}
