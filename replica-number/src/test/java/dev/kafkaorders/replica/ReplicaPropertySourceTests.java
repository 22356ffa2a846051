package dev.kafkaorders.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.StandardEnvironment;

class ReplicaPropertySourceTests {
    @Test
    void isTheNumberAtTheEndOfTheContainersName() {
        assertThat(numberOf("kafka-orders-payment-consumer-2.kafka-orders_default")).contains("2");
        assertThat(numberOf("shop3_order-producer_12.shop3_default.")).contains("12");
    }

    @Test
    void isNotTakenFromAnyOtherName() {
        assertThat(numberOf("kafka-orders-payment-consumer.kafka-orders-2")).isEmpty();
        assertThat(numberOf("5f3a1c9d2e7b.bridge")).isEmpty();
    }

    @Test
    void asksForTheAddressBackwards() throws UnknownHostException {
        try (var server = new FakeNameServer(Optional.of("suite-payment-consumer-2.suite"))) {
            var names = server.address().namesOf(InetAddress.getByName("172.18.0.5"));
            assertThat(names).containsExactly("suite-payment-consumer-2.suite.");
            assertThat(server.questions()).containsExactly("5.0.18.172.in-addr.arpa.");
        }
    }

    @Test
    void answersNobodyWhoAsksForSomethingElse() {
        try (var server = new FakeNameServer(Optional.of("suite-payment-consumer-2.suite"))) {
            assertThat(new ReplicaPropertySource(server.address()).getProperty("server.port"))
                    .isNull();
            assertThat(server.questions()).isEmpty();
        }
    }

    @Test
    void refusesAReplicaThatNobodyKnows() {
        try (var server = new FakeNameServer(Optional.empty())) {
            var source = new ReplicaPropertySource(server.address());
            assertThatThrownBy(() -> source.getProperty(ReplicaPropertySource.PROPERTY))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Docker Compose only");
        }
    }

    @Test
    void isThereForEveryApplicationThatHasItOnItsClassPath() {
        var environment = new StandardEnvironment();
        new ReplicaEnvironment().postProcessEnvironment(environment, new SpringApplication());
        assertThat(environment.getPropertySources().contains(ReplicaPropertySource.PROPERTY))
                .isTrue();
    }

    private static Optional<String> numberOf(String name) {
        return ReplicaPropertySource.number(List.of(name)).findFirst();
    }
}
