package dev.kafkaorders.replayer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkaorders.events.Topics;
import dev.kafkaorders.replayer.stage.Door;
import dev.kafkaorders.replayer.stage.Stage;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/// 100,000 dead letters: nothing is done for each that could be done for many.
@Tag("processes")
class SpeedIntegrationTests {

    private static final Logger log = LoggerFactory.getLogger(SpeedIntegrationTests.class);

    private static final int MANY = 100_000;
    private static final int BATCH = 5_000;

    /// Two windows of each partition that would do for two pages.
    private static final int MOST_READ_FOR_A_PAGE = 2 * (2 * 50 + Topics.PARTITIONS);

    /// A poll may bring less than a batch, but not much less.
    private static final int MOST_TRANSACTIONS = 10 * MANY / BATCH;

    private static final String TRANSACTIONS = "replayer_writer_transactions_seconds_count ";

    private final Stage stage = Stage.open();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void showsTheFirstPageAtOnceAndReplaysAll() {
        stage.die(MANY);
        // As a process: nothing is compiled yet, nothing has been connected to.
        var process = stage.startProcess();
        var door = process.door();
        var asked = System.nanoTime();
        var first = door.json("/dead-letters");
        var firstPage = Duration.ofNanos(System.nanoTime() - asked);
        asked = System.nanoTime();
        var empty = door.json("/dead-letters?text=nowhere");
        var search = Duration.ofNanos(System.nanoTime() - asked);
        door.awaitReady();
        var done = door.awaitDone(door.replay("\"selection\": {\"all\": true}"));
        var took = Duration.between(at(done, "at"), at(done, "endedAt"));
        log.info(
                "100,000 dead letters: first page {}, search {}, replay {}",
                firstPage,
                search,
                took);
        // How long it takes depends on the machine; what it does for it doesn't.
        assertThat(first.get("deadLetters")).hasSize(50);
        assertThat(first.get("scanned").asInt()).isLessThanOrEqualTo(MOST_READ_FOR_A_PAGE);
        assertThat(empty.get("deadLetters")).isEmpty();
        assertThat(empty.get("scanned").asInt()).isLessThan(MANY);
        assertThat(empty.get("next").asString()).isNotEmpty();
        assertThat(transactions(door)).isBetween(MANY / BATCH, MOST_TRANSACTIONS);
        assertThat(stage.copies(Topics.ORDERS))
                .hasSize(MANY)
                .allSatisfy((_, copies) -> assertThat(copies).isOne());
    }

    private static int transactions(Door door) {
        return door.get("/actuator/prometheus")
                .body()
                .lines()
                .filter(line -> line.startsWith(TRANSACTIONS))
                .mapToInt(line -> (int) Double.parseDouble(line.substring(TRANSACTIONS.length())))
                .sum();
    }

    private static Instant at(JsonNode replay, String name) {
        return Instant.parse(replay.get(name).asString());
    }
}
