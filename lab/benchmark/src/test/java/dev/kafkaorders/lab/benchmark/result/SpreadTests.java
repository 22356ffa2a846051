package dev.kafkaorders.lab.benchmark.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTests {
    @Test
    void hasTheMiddleOfAnOddNumberOfRounds() {
        assertThat(Spread.of(List.of(900.0, 1.0, 10.0))).isEqualTo(new Spread(10, 1, 900));
    }

    @Test
    void hasTheMeanOfTheTwoInTheMiddleOfAnEvenNumber() {
        assertThat(Spread.of(List.of(4.0, 1.0, 3.0, 100.0))).isEqualTo(new Spread(3.5, 1, 100));
    }

    @Test
    void hasNothingToSayAboutNoRounds() {
        assertThatIllegalArgumentException().isThrownBy(() -> Spread.of(List.of()));
    }
}
