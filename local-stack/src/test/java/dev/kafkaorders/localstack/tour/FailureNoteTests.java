package dev.kafkaorders.localstack.tour;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class FailureNoteTests {
    private final RecordHeaders headers = new RecordHeaders();

    @Test
    void readsTextAsTextAndBytesAsNumbers() {
        header("ce_id", "e-1");
        header("kafka_dlt-original-topic", "orders");
        headers.add("kafka_dlt-original-partition", ByteBuffer.allocate(4).putInt(3).array());
        headers.add("kafka_dlt-original-offset", ByteBuffer.allocate(8).putLong(42).array());
        header("kafka_dlt-exception-fqcn", "GatewayRefused");
        header("kafka_dlt-exception-message", "malformed");
        header("retry-attempts", "1");
        header("retry-first-failure", "2026-01-01T00:00:00Z");

        assertThat(new FailureNote(headers).telling().values())
                .containsExactly(
                        "e-1",
                        "orders",
                        "3",
                        "42",
                        "GatewayRefused",
                        "malformed",
                        "1",
                        "2026-01-01T00:00:00Z");
    }

    @Test
    void missesAHeader() {
        assertThatThrownBy(() -> new FailureNote(headers).message())
                .isInstanceOf(BrokenPromise.class)
                .hasMessageContaining("kafka_dlt-exception-message");
    }

    private void header(String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }
}
