package dev.kafkaorders.lab.benchmark.paying.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SurroundingsTests {
    @Test
    void bringsAClientsPropertiesThroughTheEnvironment() {
        var client = Map.of("bootstrap.servers", "localhost:9092", "sasl.jaas.config", "secret;");

        var there = new Surroundings(Surroundings.of(client, "g", "u", "n", "p").variables());

        assertThat(there.consumer(10)).containsAllEntriesOf(client).containsEntry("group.id", "g");
        assertThat(there.producer(0)).containsAllEntriesOf(client).doesNotContainKey("group.id");
    }

    @Test
    void saysWhatIsMissing() {
        assertThatNullPointerException()
                .isThrownBy(() -> new Surroundings(Map.of()).group())
                .withMessageContaining("CONSUMER_GROUP");
    }
}
