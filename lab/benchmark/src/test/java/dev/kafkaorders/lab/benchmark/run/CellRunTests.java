package dev.kafkaorders.lab.benchmark.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkaorders.lab.benchmark.frame.Arm;
import dev.kafkaorders.lab.benchmark.frame.Cell;
import dev.kafkaorders.lab.benchmark.frame.Measured;
import dev.kafkaorders.lab.benchmark.frame.Metric;
import dev.kafkaorders.lab.benchmark.frame.Round;
import dev.kafkaorders.lab.benchmark.result.CellResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CellRunTests {
    private static final Round ROUND = new Round(Duration.ZERO, Duration.ofMillis(1), 1);

    private final List<String> events = new ArrayList<>();

    @Test
    void letsArmsTakeTurnsAndBeginsEachRoundWithAnother() throws InterruptedException {
        run(Cell.of("cell", List.of(new Recorded("a"), new Recorded("b"))), 2);

        assertThat(events)
                .containsExactly(
                        "prepare a",
                        "prepare b",
                        "a",
                        "b",
                        "b",
                        "a",
                        "a",
                        "b",
                        "close a",
                        "close b");
    }

    @Test
    void forgetsTheRoundsThatWarmUp() throws InterruptedException {
        var result = run(Cell.of("cell", List.of(new Recorded("a"))), new Rounds(2, 3));

        assertThat(result.arms().getFirst().rounds())
                .extracting(round -> round.values().get(Metric.RATE))
                .containsExactly(3.0, 4.0, 5.0);
    }

    @Test
    void goesOnWithTheOthersWhenAnArmFails() throws InterruptedException {
        var result = run(Cell.of("cell", List.of(new Broken("a"), new Recorded("b"))), 2);

        assertThat(result.arms().getFirst().rounds()).isEmpty();
        assertThat(result.arms().getFirst().failures())
                .hasSize(3)
                .allMatch(failure -> failure.contains("no answer"));
        assertThat(result.arms().getLast().rounds()).hasSize(2);
        assertThat(events).contains("close a");
    }

    @Test
    void failsAllArmsOfACellThatCannotBePrepared() throws InterruptedException {
        Cell.Preparation preparation =
                _ -> {
                    throw new IllegalStateException("no topic");
                };

        var result = run(new Cell("cell", preparation, List.of(new Recorded("a"))), 1);

        assertThat(result.arms().getFirst().failures())
                .singleElement()
                .asString()
                .contains("topic");
        assertThat(events).containsExactly("close a");
    }

    private CellResult run(Cell cell, int rounds) throws InterruptedException {
        return run(cell, new Rounds(1, rounds));
    }

    private CellResult run(Cell cell, Rounds rounds) throws InterruptedException {
        return new CellRun(cell, ROUND, rounds, new Nobody()).run();
    }

    private class Recorded implements Arm {
        private final String name;
        private int measured;

        Recorded(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String guarantee() {
            return "none";
        }

        @Override
        public void prepare() {
            events.add("prepare " + name);
        }

        @Override
        public Measured measure(Round round) {
            events.add(name);
            return Measured.of(Metric.RATE, ++measured);
        }

        @Override
        public void close() {
            events.add("close " + name);
        }
    }

    private final class Broken extends Recorded {
        Broken(String name) {
            super(name);
        }

        @Override
        public Measured measure(Round round) {
            throw new IllegalStateException("no answer");
        }
    }

    private record Nobody() implements CellRun.Watcher {
        @Override
        public void begins(String arm, int number, int rounds) {}

        @Override
        public void measured(String arm, int number, Measured measured) {}

        @Override
        public void failed(String who, Exception cause) {}
    }
}
