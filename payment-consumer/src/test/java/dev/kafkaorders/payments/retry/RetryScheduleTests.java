package dev.kafkaorders.payments.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kafkaorders.events.EventId;
import dev.kafkaorders.payments.failure.Failure;
import dev.kafkaorders.payments.record.Content;
import dev.kafkaorders.payments.record.Delivery;
import dev.kafkaorders.payments.record.Original;
import dev.kafkaorders.payments.record.Position;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryScheduleTests {

    private final RetrySchedule schedule =
            new RetrySchedule(
                    "group",
                    List.of(Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofSeconds(60)));

    @ParameterizedTest
    @CsvSource({
        "orders, 0, PT0S, group.retry.1s, PT1S",
        "group.retry.1s, 1, PT0S, group.retry.10s, PT10S",
        "group.retry.10s, 2, PT0S, group.retry.60s, PT60S",
        "orders, 0, PT1S, group.retry.1s, PT1S",
        "orders, 0, PT1.001S, group.retry.10s, PT10S",
        "orders, 0, PT1H, group.retry.60s, PT60S",
        "group.retry.10s, 0, PT0S, group.retry.1s, PT1S"
    })
    void sendsAFailedEventToTheNextTopicThatWaitsLongEnough(
            String topic, int attempts, Duration notBefore, String next, Duration delay) {
        assertThat(schedule.after(delivery(topic, attempts), notBefore))
                .hasValue(new Hop(next, delay));
    }

    @Test
    void hasNowhereLeftBehindTheLastTopic() {
        assertThat(schedule.after(delivery("group.retry.60s", 3), Duration.ZERO)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1s;1s", "2s;1s", "0s", "100us", "''"})
    void refusesDelaysThatNameNoTopics(String delays) {
        var durations =
                delays.isEmpty()
                        ? List.<Duration>of()
                        : List.of(delays.split(";")).stream()
                                .map(text -> Duration.parse(iso(text)))
                                .toList();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RetrySettings(durations, 1, Duration.ofMillis(50), 500))
                .withMessageContaining("payments.retry");
    }

    private static String iso(String text) {
        return text.endsWith("us") ? "PT0.0001S" : "PT" + text;
    }

    private static Delivery delivery(String topic, int attempts) {
        var position = new Position(topic, 0, 0);
        return new Delivery(
                position,
                new Original(position, 0, "CreateTime", null, null, List.of()),
                new EventId(UUID.randomUUID()),
                UUID.randomUUID(),
                new Content.Unreadable(new Failure.Unreadable("not read")),
                attempts,
                Optional.empty(),
                false,
                Optional.empty());
    }
}
