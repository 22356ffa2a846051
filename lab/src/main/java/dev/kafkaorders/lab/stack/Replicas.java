package dev.kafkaorders.lab.stack;

import dev.kafkaorders.localstack.Service;
import java.util.List;
import java.util.stream.Stream;

/// The services that make up the stack.
record Replicas(
        Service gateway,
        List<Service> orderProducers,
        List<Service> paymentConsumers,
        Service dlqReplayer) {

    Stream<Service> all() {
        return Stream.concat(Stream.of(gateway), ofTheSuite());
    }

    /// All but the gateway.
    Stream<Service> ofTheSuite() {
        return Stream.of(orderProducers.stream(), paymentConsumers.stream(), Stream.of(dlqReplayer))
                .flatMap(part -> part);
    }
}
