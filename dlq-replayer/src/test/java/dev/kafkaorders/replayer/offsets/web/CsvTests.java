package dev.kafkaorders.replayer.offsets.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTests {

    private static final TopicPartition ORDERS = new TopicPartition("orders", 1);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orders,1,42",
                "\"orders\",1,42\n",
                "payments-group,orders,1,42",
                "\"payments-group\",\"orders\",1,42\r\nother,orders,1,7\n\n"
            })
    void readsWhatTheToolWrites(String text) {
        assertThat(Csv.read(text, "payments-group")).isEqualTo(Map.of(ORDERS, 42L));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "orders", "orders,1", "orders,one,2", "orders,1,2,3,4", "other,t,1,2"})
    void refusesAnythingElse(String text) {
        assertThatThrownBy(() -> Csv.read(text, "payments-group"))
                .isInstanceOf(InvalidResetException.class);
    }

    @Test
    void cutsNothingOff() {
        var text = "other,t,1,2\n".repeat(100_000);
        assertThatThrownBy(() -> Csv.read(text + "orders,1,42", "g"))
                .isInstanceOf(InvalidResetException.class)
                .hasMessageContaining("more than 100000 lines");
    }

    @Test
    void refusesAPartitionThatComesTwice() {
        assertThatThrownBy(() -> Csv.read("orders,1,2\norders,1,3", "g"))
                .hasMessageContaining("line 2");
    }
}
