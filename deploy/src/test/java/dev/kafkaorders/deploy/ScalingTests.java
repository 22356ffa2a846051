package dev.kafkaorders.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkaorders.events.Topics;
import org.junit.jupiter.api.Test;

/// KEDA decides how many payment-consumers there are.
class ScalingTests {

    private static final Manifest SCALER = Manifests.the("ScaledObject", "payment-consumer");
    private static final String CONCURRENCY = "PAYMENTS_INTAKE_CONCURRENCY";

    @Test
    void hasAPartitionForEachThreadOfEachPod() {
        var pod = Workload.named("payment-consumer").environment("any");
        var threads = Integer.parseInt(pod.get(CONCURRENCY));
        assertThat(SCALER.at("/spec/maxReplicaCount").asInt() * threads)
                .isEqualTo(Topics.PARTITIONS);
    }

    @Test
    void looksAtTheLagOfTheGroupInOrders() {
        var trigger = SCALER.at("/spec/triggers/0");
        assertThat(trigger.path("type").asString()).isEqualTo("kafka");
        assertThat(trigger.at("/metadata/consumerGroup").asString())
                .isEqualTo(Topics.PAYMENT_CONSUMER);
        assertThat(trigger.at("/metadata/topic").asString()).isEqualTo(Topics.ORDERS);
    }

    @Test
    void asksTheSameBrokersAsTheServices() {
        var asked = SCALER.text("/spec/triggers/0/metadata/bootstrapServers");
        var services =
                Manifests.the("ConfigMap", "kafka-client")
                        .text("/data/SPRING_KAFKA_BOOTSTRAP_SERVERS");
        assertThat(asked).isEqualTo(services.replace(":", ".kafka-orders.svc:"));
        var kafka = Manifests.the("Kafka", "orders");
        assertThat(services)
                .isEqualTo(
                        "%s-kafka-bootstrap:%s",
                        kafka.name(), kafka.text("/spec/kafka/listeners/0/port"));
    }

    @Test
    void isTheOnlyOneToSayHowMany() {
        var target = SCALER.at("/spec/scaleTargetRef");
        var scaled = Manifests.the(target.path("kind").asString(), target.path("name").asString());
        assertThat(scaled.at("/spec/replicas").isMissingNode()).isTrue();
    }
}
