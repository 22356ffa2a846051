package dev.kafkaorders.lab.benchmark.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class CapacityTests {

    @Test
    void isTheMiddleOfThoseAfterWhichNothingMoreCame() throws Exception {
        var tries =
                DoubleStream.of(100, 90, 95, 200, 209, 150, 190, 180, 170, 205, 1_000).iterator();
        assertThat(capacity(tries)).isEqualTo(190);
        assertThat(tries).toIterable().containsExactly(1_000.0);
    }

    @Test
    void isNotWaitedForForever() throws Exception {
        assertThat(capacity(DoubleStream.iterate(1, rate -> rate * 2).iterator()))
                .isEqualTo(1 << 29);
    }

    private static double capacity(Iterator<Double> tries) throws Exception {
        return Capacity.of(tries::next);
    }
}
