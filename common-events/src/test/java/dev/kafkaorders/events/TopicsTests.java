package dev.kafkaorders.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class TopicsTests {

    @Test
    void onThreeBrokersAWriteNeedsTwo() {
        assertThat(Topics.definitions((short) 3))
                .extracting(topic -> topic.configs().get("min.insync.replicas"))
                .containsOnly("2");
    }

    @Test
    void onOneBrokerAWriteNeedsThatOne() {
        assertThat(Topics.definitions((short) 1))
                .extracting(topic -> topic.configs().get("min.insync.replicas"))
                .containsOnly("1");
    }

    @Test
    void anOrderHasTheSamePartitionNumberInEveryTopic() {
        assertThat(Topics.definitions((short) 3))
                .extracting(NewTopic::numPartitions)
                .containsOnly(Topics.PARTITIONS);
    }

    @Test
    void namesARetryTopicAfterItsGroupAndDelay() {
        assertThat(Topics.retry("group", Duration.ofSeconds(60))).isEqualTo("group.retry.60s");
        assertThat(Topics.retry("group", Duration.ofMillis(1500))).isEqualTo("group.retry.1500ms");
    }

    @Test
    void whatFailedHasRoomForTheReason() {
        assertThat(Topics.failures("group", List.of(Duration.ofSeconds(1)), (short) 3))
                .extracting(topic -> Integer.parseInt(topic.configs().get("max.message.bytes")))
                .hasSize(2)
                .allSatisfy(bytes -> assertThat(bytes).isGreaterThan(1_048_588 + 16_384));
    }

    @Test
    void whatBecameOfADeadLetterIsKeptLongerThanTheDeadLetter() {
        var definitions = Topics.definitions((short) 3);
        var deadLetters = retention(definitions, Topics.deadLetters(Topics.PAYMENT_CONSUMER));
        assertThat(retention(definitions, Topics.LEDGER)).isGreaterThan(deadLetters);
        assertThat(retention(definitions, Topics.REPLAYS)).isGreaterThan(deadLetters);
    }

    private static long retention(List<NewTopic> definitions, String name) {
        return definitions.stream()
                .filter(topic -> topic.name().equals(name))
                .map(topic -> Long.parseLong(topic.configs().get("retention.ms")))
                .findFirst()
                .orElseThrow();
    }
}
