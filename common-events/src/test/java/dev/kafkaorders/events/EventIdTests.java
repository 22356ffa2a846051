package dev.kafkaorders.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventIdTests {

    @Test
    void anUuidOfVersion5IsThatOfTheRfc() {
        var dns = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
        assertThat(NameBasedUuid.of(dns, "www.example.com"))
                .as("RFC 9562, appendix A.4")
                .hasToString("2ed6657d-e927-568b-95e1-2665a8aea6a2");
    }

    @Test
    void anIdStaysWhatItWasInEveryVersion() {
        assertThat(EventId.of(SampleEvents.ORDER_ID, EventType.ORDER_PLACED))
                .hasToString("401e39fa-4c63-5e9e-9e5e-ad84f5b28ee5");
    }

    @Test
    void eachTypeOfEventOfAnOrderHasItsOwnId() {
        var ids =
                Stream.of(EventType.values()).map(type -> EventId.of(SampleEvents.ORDER_ID, type));
        assertThat(ids).doesNotHaveDuplicates();
    }
}
