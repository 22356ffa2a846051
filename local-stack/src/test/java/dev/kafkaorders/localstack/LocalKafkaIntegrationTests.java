package dev.kafkaorders.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkaorders.cluster.Users;
import dev.kafkaorders.events.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class LocalKafkaIntegrationTests {
    private static final LocalKafka KAFKA = LocalKafka.start(KafkaSettings.ephemeral());

    @AfterAll
    static void stop() {
        KAFKA.close();
    }

    @Test
    void hasTheSuitesTopicsOnThreeNodes() throws Exception {
        try (var admin = Admin.create(clientAs(Users.AUDITOR))) {
            var orders =
                    admin.describeTopics(List.of(Topics.ORDERS))
                            .allTopicNames()
                            .get()
                            .get(Topics.ORDERS);

            assertThat(orders.partitions())
                    .hasSize(Topics.PARTITIONS)
                    .allSatisfy(partition -> assertThat(partition.replicas()).hasSize(3));
        }
    }

    @Test
    void acceptsWritesForAllReplicasWhileANodeIsKilledAndTakesItBack() throws Exception {
        KAFKA.killNode(2);

        for (var partition = 0; partition < Topics.PARTITIONS; partition++) {
            write(partition);
        }
        assertThat(KAFKA.isReady(2)).isFalse();
        KAFKA.startNode(2);

        assertThat(KAFKA.isReady(2)).isTrue();
    }

    private static void write(int partition) throws Exception {
        var properties = clientAs(Users.ORDER_PRODUCER);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        try (var producer =
                new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(Topics.ORDERS, partition, "key", "value"))
                    .get(20, TimeUnit.SECONDS);
        }
    }

    private static Map<String, Object> clientAs(String user) {
        return new HashMap<>(KAFKA.clientProperties(user));
    }
}
