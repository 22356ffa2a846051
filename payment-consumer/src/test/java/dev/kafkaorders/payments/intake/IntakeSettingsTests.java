package dev.kafkaorders.payments.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntakeSettingsTests {

    @ParameterizedTest
    @CsvSource({"1, PT0.5S", "2, PT1S", "4, PT4S", "7, PT30S", "1000000, PT30S"})
    void waitsLongerWithEachAttemptUpToABound(int attempt, Duration wait) {
        assertThat(settings("a", Duration.ofMillis(500)).waitAfter(attempt)).isEqualTo(wait);
    }

    @Test
    void refusesAnInstanceWithoutAName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(" ", Duration.ofMillis(500)));
    }

    @Test
    void refusesToRetryWithoutAWait() {
        assertThatIllegalArgumentException().isThrownBy(() -> settings("a", Duration.ZERO));
    }

    private static IntakeSettings settings(String instance, Duration firstRetry) {
        var bound = Duration.ofSeconds(30);
        return new IntakeSettings(instance, 1, 1, firstRetry, bound, bound, bound, bound);
    }
}
