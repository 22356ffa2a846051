package dev.kafkaorders.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kafkaorders.events.ConsumerControl.Wanted;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

class ConsumerControlTests {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final ConsumerControlJson json = new ConsumerControlJson();
    private final ConsumerControl stop = ConsumerControl.stop("op", NOW, MINUTE);

    @Test
    void aStopEndsByItself() {
        assertThat(stop.stoppedUntil(NOW)).hasValue(NOW.plus(MINUTE));
    }

    @Test
    void aReaderWhoseClockIsBehindStopsNoLongerThanWasMeant() {
        assertThat(stop.stoppedUntil(NOW.minusSeconds(3_600)))
                .hasValue(NOW.minusSeconds(3_600).plus(MINUTE));
    }

    @Test
    void aStopMayBeMeantToLastForEver() {
        var forEver = new ConsumerControl(Wanted.STOPPED, Instant.MAX, "op", NOW);
        assertThat(forEver.stoppedUntil(NOW.plusSeconds(1))).hasValue(Instant.MAX);
    }

    @Test
    void whatIsWantedToRunIsNotStopped() {
        assertThat(ConsumerControl.run("op", NOW).stoppedUntil(NOW)).isEmpty();
    }

    @Test
    void itsJsonKeepsItsNames() {
        assertThat(new String(json.write(stop), UTF_8))
                .contains(
                        "\"wanted\":\"STOPPED\"",
                        "\"until\":\"2026-01-01T12:01:00Z\"",
                        "\"by\":\"op\"",
                        "\"at\":\"2026-01-01T12:00:00Z\"");
        assertThat(json.read(json.write(stop))).isEqualTo(stop);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{}",
                "[]",
                "nonsense",
                "{\"wanted\":\"STOPPED\",\"by\":\"op\",\"at\":\"2026-01-01T12:00:00Z\"}",
                "{\"wanted\":\"DANCE\",\"by\":\"op\",\"at\":\"2026-01-01T12:00:00Z\"}"
            })
    void isReadFromNothingElse(String text) {
        assertThatThrownBy(() -> json.read(text.getBytes(UTF_8)))
                .isInstanceOf(JacksonException.class);
    }
}
