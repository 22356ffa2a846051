package dev.kafkaorders.lab.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kafkaorders.lab.ledger.Dealings;
import dev.kafkaorders.lab.ledger.Ledger;
import dev.kafkaorders.lab.ledger.Matter;
import dev.kafkaorders.lab.ledger.Request;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadTests {
    private static final String ORDER = "{\"id\":\"0198c0de-0000-7000-8000-000000000001\"}";

    @TempDir Path directory;

    private OrderService well;
    private OrderService ill;

    @BeforeEach
    void start() {
        well = OrderService.answering(201, ORDER);
        ill = OrderService.answering(503, "{}");
    }

    @AfterEach
    void stop() {
        well.close();
        ill.close();
    }

    @Test
    void goesToAnotherDoorWithTheSameKey() {
        load(List.of(well.uri(), ill.uri()), load -> {});

        assertThat(ill.keys()).isNotEmpty();
        assertThat(well.keys()).containsAll(ill.keys());
        assertThat(dealings().unresolved()).isEmpty();
    }

    @Test
    void asksAgainInTheEndForWhatWasLeftOpen() {
        load(
                List.of(ill.uri()),
                load -> {
                    var open = dealings().unresolved();
                    assertThat(open).isNotEmpty();
                    load.resolve(lastOf(open), Duration.ofSeconds(1), () -> {});
                });

        assertThat(dealings().matters())
                .allSatisfy(matter ->
                        assertThat(matter.exchanges().getLast().request().repeat()).isTrue());
    }

    /// At 20 a second, and they are more than 20.
    @Test
    void asksOnAsLongAsSomeAreAnswered() {
        load(
                List.of(ill.uri()),
                load -> {
                    var open = lastOf(dealings().unresolved());
                    assertThat(open).hasSizeGreaterThan(20);
                    ill.change(201, ORDER, Duration.ofMillis(200));
                    var settled = new AtomicInteger();
                    load.resolve(open, Duration.ofMillis(500), settled::incrementAndGet);
                    assertThat(settled).hasValue(open.size());
                });

        assertThat(dealings().unresolved()).isEmpty();
    }

    private void load(List<URI> doors, Consumer<Load> afterwards) {
        var settings = new LoadSettings(doors, 4, 200, Duration.ofSeconds(5), 2, 10);
        try (var ledger = Ledger.create(directory.resolve("clients.jsonl"));
                var load = new Load(settings, ledger, 42)) {
            await().until(() -> load.traffic().accepted() + load.traffic().unknown() > 40);
            load.end();
            afterwards.accept(load);
        }
    }

    private Dealings dealings() {
        return Dealings.read(directory.resolve("clients.jsonl"));
    }

    private static List<Request> lastOf(List<Matter> matters) {
        return matters.stream().map(matter -> matter.exchanges().getLast().request()).toList();
    }
}
