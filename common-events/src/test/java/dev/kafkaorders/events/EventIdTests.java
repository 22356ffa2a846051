package dev.kafkaorders.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventIdTests {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final UUID NAMESPACE = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

    @Test
    void anUuidOfVersion5IsThatOfTheRfc() {
        assertThat(NameBasedUuid.of(NAMESPACE, "www.example.com"))
                .as("RFC 9562, appendix A.4")
                .hasToString("2ed6657d-e927-568b-95e1-2665a8aea6a2");
    }

    @Test
    void anIdStaysWhatItWasInEveryVersion() {
        assertThat(EventId.of(SampleEvents.ORDER_ID, EventType.ORDER_PLACED))
                .hasToString("401e39fa-4c63-5e9e-9e5e-ad84f5b28ee5");
    }

    @Test
    void anIdThatIsOrderedByTimeStaysWhatItWasToo() {
        var order = NameBasedUuid.at(NOON, SampleEvents.ORDER_ID, "0");
        assertThat(order).hasToString("01a20d6d-5a00-8c05-9954-80e3f850e8e4");
        assertThat(EventId.of(order, EventType.ORDER_PLACED))
                .hasToString("01a20d6d-5a00-81bf-9056-1c72106431ca");
    }

    @Test
    void idsAreOrderedByTimeAsTheirOrdersAre() {
        var orders =
                IntStream.range(0, 100)
                        .mapToObj(i -> NameBasedUuid.at(NOON.plusMillis(i), NAMESPACE, "same"))
                        .toList();
        assertThat(orders)
                .allSatisfy(EventIdTests::isOfVersion8)
                .extracting(UUID::toString)
                .isSorted();
        assertThat(orders)
                .extracting(order -> EventId.of(order, EventType.ORDER_PLACED).value())
                .allSatisfy(EventIdTests::isOfVersion8)
                .extracting(UUID::toString)
                .isSorted();
    }

    @Test
    void anotherNameOrNamespaceOfTheSameTimeIsAnotherId() {
        assertThat(
                        Stream.of(
                                NameBasedUuid.at(NOON, NAMESPACE, "one"),
                                NameBasedUuid.at(NOON, NAMESPACE, "two"),
                                NameBasedUuid.at(NOON, SampleEvents.ORDER_ID, "one")))
                .doesNotHaveDuplicates();
    }

    @Test
    void eachTypeOfEventOfAnOrderHasItsOwnId() {
        var ordered = NameBasedUuid.at(NOON, NAMESPACE, "order");
        var ids =
                Stream.of(SampleEvents.ORDER_ID, ordered)
                        .flatMap(order ->
                                Stream.of(EventType.values()).map(type -> EventId.of(order, type)));
        assertThat(ids).doesNotHaveDuplicates();
    }

    /// RFC 9562, sections 4.1 and 5.8.
    private static void isOfVersion8(UUID id) {
        assertThat(id).returns(8, UUID::version).returns(2, UUID::variant);
    }
}
