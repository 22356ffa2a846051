package dev.kafkaorders.lab.benchmark.run;

import dev.kafkaorders.lab.benchmark.frame.Cell;
import dev.kafkaorders.lab.benchmark.frame.Measured;
import dev.kafkaorders.lab.benchmark.frame.Round;
import dev.kafkaorders.lab.benchmark.result.CellResult;
import java.util.List;

/// The arms of a cell, taking turns, in each round in another [order][RunningOrder].
final class CellRun {
    private final Cell cell;
    private final Round round;
    private final Rounds rounds;
    private final Watcher watcher;
    private final List<Turns> turns;

    CellRun(Cell cell, Round round, Rounds rounds, Watcher watcher) {
        this.cell = cell;
        this.round = round;
        this.rounds = rounds;
        this.watcher = watcher;
        turns = cell.arms().stream().map(Turns::new).toList();
    }

    CellResult run() throws InterruptedException {
        try {
            if (isPrepared()) {
                turns.forEach(this::prepare);
                for (var number = rounds.first(); number <= rounds.counted(); number++) {
                    takeTurns(number);
                }
            }
        } finally {
            turns.forEach(this::close);
        }
        return new CellResult(cell.name(), turns.stream().map(Turns::result).toList());
    }

    private boolean isPrepared() {
        try {
            cell.preparation().prepare(round);
            return true;
        } catch (Exception e) {
            turns.forEach(turn -> turn.unusable(e));
            watcher.failed(cell.name(), e);
            return false;
        }
    }

    private void prepare(Turns turn) {
        try {
            turn.arm().prepare();
        } catch (Exception e) {
            turn.unusable(e);
            watcher.failed(turn.arm().name(), e);
        }
    }

    private void takeTurns(int number) throws InterruptedException {
        for (var turn : RunningOrder.of(turns, number)) {
            if (!turn.isUnusable()) {
                take(turn, number);
            }
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }

    private void take(Turns turn, int number) {
        try {
            watcher.begins(turn.arm().name(), number, rounds.counted());
            var measured = turn.arm().measure(round);
            watcher.measured(turn.arm().name(), number, measured);
            if (number > 0) {
                turn.measured(measured);
            }
        } catch (Exception e) {
            turn.failed(e);
            watcher.failed(turn.arm().name(), e);
        }
    }

    private void close(Turns turn) {
        try {
            turn.arm().close();
        } catch (RuntimeException e) {
            watcher.failed(turn.arm().name(), e);
        }
    }

    /// Who is told how it goes.
    interface Watcher {
        /// A round is about to be measured.
        ///
        /// @param number up to 0 for a round that warms up
        void begins(String arm, int number, int rounds);

        void measured(String arm, int number, Measured measured);

        void failed(String who, Exception cause);
    }
}
