package dev.kafkaorders.lab.benchmark.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CardMixTests {
    @Test
    void failsTheShareThatItSays() {
        for (var percent : new int[] {0, 1, 5, 100}) {
            var cards = new CardMix(0, percent);
            var failing =
                    LongStream.range(0, 1_234)
                            .mapToObj(cards::paymentMethod)
                            .filter("pm_flaky_1"::equals)
                            .count();

            assertThat(failing).as("%d %%", percent).isEqualTo(cards.failing(1_234));
        }
        assertThat(new CardMix(0, 5).failing(200_000)).isEqualTo(10_000);
    }

    @Test
    void isSlowForTheOthers() {
        assertThat(new CardMix(10, 1).paymentMethod(1)).isEqualTo("pm_slow_10");
        assertThat(CardMix.GOOD.paymentMethod(0)).isEqualTo("pm_ok");
    }

    @Test
    void refusesAShareThatCanNotBeSpreadEvenly() {
        assertThatIllegalArgumentException().isThrownBy(() -> new CardMix(0, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new CardMix(-1, 0));
    }
}
