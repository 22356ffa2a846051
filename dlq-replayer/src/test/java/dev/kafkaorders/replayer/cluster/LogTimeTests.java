package dev.kafkaorders.replayer.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogTimeTests {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1970-01-01T00:00:00Z",
                "2026-11-24T12:00:00Z",
                "+292278994-08-17T07:12:55.807Z"
            })
    void takesWhatFitsIntoMillisecondsSince1970(String time) {
        assertThat(LogTime.checked(Instant.parse(time)).toEpochMilli()).isNotNegative();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1969-12-31T23:59:59.999Z",
                "-1000000000-01-01T00:00:00Z",
                "+292278994-08-17T07:12:55.808Z",
                "+1000000000-12-31T23:59:59Z"
            })
    void refusesWhatDoesNot(String time) {
        assertThatIllegalArgumentException().isThrownBy(() -> LogTime.checked(Instant.parse(time)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "P365D"})
    void takesADurationThatEndsAfter1970(String ago) {
        var then = NOW.minus(LogTime.checkedAgo(Duration.parse(ago), NOW));
        assertThat(LogTime.checked(then)).isEqualTo(then);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-PT1S", "P99999D", "PT9223372036854775807S", "PT-9223372036854775807S"})
    void refusesOneThatDoesNot(String ago) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogTime.checkedAgo(Duration.parse(ago), NOW));
    }
}
