package dev.kafkaorders.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.CloudEventDeserializer;
import io.cloudevents.kafka.CloudEventSerializer;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The CloudEvents project's own SDK as the judge of the headers.
class CloudEventsInteroperabilityTests {

    @ParameterizedTest
    @EnumSource
    void theSdkReadsWhatIsWrittenHere(EventType type) {
        var event = SampleEvents.event(type);
        var record = new EventRecords().toRecord("any", event);
        try (var sdk = new CloudEventDeserializer()) {
            var cloudEvent = sdk.deserialize("any", record.headers(), record.value());
            assertThat(cloudEvent.getId()).isEqualTo(event.id().toString());
            assertThat(cloudEvent.getSource()).isEqualTo(URI.create(event.source()));
            assertThat(cloudEvent.getType()).isEqualTo(type.typeName());
            assertThat(cloudEvent.getTime().toInstant()).isEqualTo(event.time());
            assertThat(cloudEvent.getSubject()).isEqualTo(event.data().orderId().toString());
            assertThat(cloudEvent.getDataContentType()).isEqualTo("application/json");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatTheSdkWritesIsReadHere(EventType type) {
        var event = SampleEvents.event(type);
        var cloudEvent =
                CloudEventBuilder.v1()
                        .withId(event.id().toString())
                        .withSource(URI.create(event.source()))
                        .withType(type.typeName())
                        .withTime(event.time().atOffset(ZoneOffset.ofHours(2)))
                        .withData("application/json", new EventJson().write(event.data()))
                        .build();
        try (var sdk = new CloudEventSerializer()) {
            sdk.configure(Map.of(), false);
            var headers = new RecordHeaders();
            var value = sdk.serialize("any", headers, cloudEvent);
            assertThat(new EventReader().read(headers, value)).isEqualTo(new Decoded.Known(event));
        }
    }
}
