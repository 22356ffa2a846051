package dev.kafkaorders.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkaorders.events.Topics;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/// What Spring reads from a pod's environment: above all, names that are stable and nobody else's,
/// because transactional ids begin with them.
class IdentityTests {

    @Test
    void eachOrderProducerHasItsPodsName() {
        assertThat(setting("order-producer", "orders.publishing.instance-id"))
                .isEqualTo("order-producer-4");
        assertThat(Manifests.named("StatefulSet")).containsKey("order-producer");
        assertThat("order-producer-4-0").startsWith(transactionalIds("order-producer"));
    }

    @Test
    void eachPaymentConsumerHasItsPodsName() {
        assertThat(setting("payment-consumer", "payments.intake.instance"))
                .isEqualTo("payment-consumer-4");
        assertThat(Manifests.named("StatefulSet")).containsKey("payment-consumer");
        assertThat(Topics.PAYMENT_CONSUMER + "-payment-consumer-4-0")
                .startsWith(transactionalIds("payment-consumer"));
    }

    @Test
    void dlqReplayerIsAloneAlsoWhileItIsReplaced() {
        var deployment = Manifests.the("Deployment", "dlq-replayer");
        assertThat(deployment.at("/spec/replicas").asInt()).isEqualTo(1);
        assertThat(deployment.text("/spec/strategy/type")).isEqualTo("Recreate");
    }

    @Test
    void eachServiceLogsInToKafkaAsItself() {
        assertThat(Workload.all())
                .hasSize(3)
                .allSatisfy(service -> {
                    var name = service.name();
                    assertThat(clientProperties(name))
                            .containsEntry("security.protocol", "SASL_SSL")
                            .containsEntry("sasl.mechanism", "SCRAM-SHA-512")
                            .containsEntry("sasl.jaas.config", "secret " + name)
                            .containsEntry("ssl.truststore.type", "PEM")
                            .containsEntry("ssl.truststore.location", "/etc/kafka-ca/ca.crt");
                });
    }

    @Test
    void noServiceRunsInTheProfileOfTheDemo() {
        assertThat(Workload.all())
                .allSatisfy(service ->
                        assertThat(service.environment("pod"))
                                .doesNotContainKey("SPRING_PROFILES_ACTIVE"));
    }

    @Test
    void theStatusViewLogsInAsSomebodyElse() {
        assertThat(setting("order-producer", "orders.status.properties.sasl.jaas.config"))
                .isEqualTo("secret order-status");
    }

    private static String setting(String service, String name) {
        return binder(service).bind(name, String.class).get();
    }

    private static Map<String, String> clientProperties(String service) {
        return binder(service)
                .bind("spring.kafka.properties", Bindable.mapOf(String.class, String.class))
                .get();
    }

    private static Binder binder(String service) {
        var pod = Map.<String, Object>copyOf(Workload.named(service).environment(service + "-4"));
        var source =
                new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, pod);
        return new Binder(ConfigurationPropertySources.from(source));
    }

    private static String transactionalIds(String user) {
        return Manifests.the("KafkaUser", user)
                .each("/spec/authorization/acls")
                .map(rule -> rule.path("resource"))
                .filter(resource -> resource.path("type").asString().equals("transactionalId"))
                .map(resource -> resource.path("name").asString())
                .findFirst()
                .orElseThrow();
    }
}
