package dev.kafkaorders.events;

import static org.assertj.core.api.Assertions.assertThat;

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
}
