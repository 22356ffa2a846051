package dev.kafkaorders.lab.benchmark.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunningOrderTests {
    @Test
    void hasAllArmsInEachRound() {
        var arms = List.of("a", "b", "c", "d");

        assertThat(IntStream.rangeClosed(-3, 3).mapToObj(round -> RunningOrder.of(arms, round)))
                .allSatisfy(order -> assertThat(order).containsExactlyInAnyOrderElementsOf(arms));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7})
    void hasEachArmFollowEachOtherEquallyOften(int count) {
        var arms = IntStream.range(0, count).boxed().toList();
        var followed = new HashMap<List<Integer>, Integer>();

        for (var round = 1; round <= 2 * count; round++) {
            var order = RunningOrder.of(arms, round);
            for (var place = 1; place < count; place++) {
                followed.merge(order.subList(place - 1, place + 1), 1, Integer::sum);
            }
        }

        assertThat(followed).hasSize(count * (count - 1));
        assertThat(followed.values()).containsOnly(2);
    }
}
