package dev.kafkaorders.lab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kafkaorders.lab.faults.Family;
import dev.kafkaorders.localstack.process.StartFailed;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChaosOptionsTests {
    @Test
    void takesTwoMinutesOfEverythingUnlessToldOtherwise() {
        var options = ChaosOptions.parse(List.of());

        assertThat(options.time()).isEqualTo(Duration.ofMinutes(2));
        assertThat(options.faults()).containsExactly(Family.values());
    }

    @Test
    void namesTheCommandThatMakesTheSameRunAgain() {
        var options = parse("--seed 7 --minutes 0.5 --faults brokers,gateway --rate 10 --batch 50");

        assertThat(options.command())
                .isEqualTo(
                        "./demo chaos --seed 7 --minutes 0.5 --faults brokers,gateway --rate 10"
                                + " --batch 50");
        assertThat(parse(options.command().substring("./demo chaos ".length()))).isEqualTo(options);
    }

    @Test
    void saysWhatItDoesNotUnderstand() {
        assertThatExceptionOfType(StartFailed.class)
                .isThrownBy(() -> parse("--sead 7"))
                .withMessageContaining("--sead");
        assertThatExceptionOfType(StartFailed.class)
                .isThrownBy(() -> parse("--seed seven"))
                .withMessageContaining("seven");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--minutes 0", "--minutes -1", "--rate 0", "--batch 1", "--batch 1001"})
    void saysWhatMakesNoSense(String option) {
        assertThatExceptionOfType(StartFailed.class)
                .isThrownBy(() -> parse(option))
                .withMessageContaining(option.split(" ")[0] + " has to be");
    }

    private static ChaosOptions parse(String arguments) {
        return ChaosOptions.parse(List.of(arguments.split(" ")));
    }
}
