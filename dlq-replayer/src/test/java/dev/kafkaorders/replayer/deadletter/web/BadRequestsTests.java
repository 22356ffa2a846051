package dev.kafkaorders.replayer.deadletter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kafkaorders.replayer.web.InvalidParameterException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class BadRequestsTests {

    @ParameterizedTest
    @CsvSource({
        "from, 1969-12-31T23:59:59Z",
        "to, 1969-12-31T23:59:59Z",
        "from, +1000000000-12-31T23:59:59Z",
        "to, yesterday"
    })
    void aTimeThatKafkaCantLookForIsRefusedByItsName(String name, String time) {
        assertThatThrownBy(() -> new FilterParameters(Map.of(name, time)).filter())
                .isInstanceOfSatisfying(
                        InvalidParameterException.class,
                        e -> assertThat(e.parameter()).isEqualTo(name));
    }

    @Test
    void noIdIsNull() {
        var body =
                JsonMapper.shared()
                        .readValue("{\"ids\": [null], \"reason\": \"x\"}", DiscardBody.class);
        assertThatThrownBy(body::validIds)
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("none of them null");
    }
}
