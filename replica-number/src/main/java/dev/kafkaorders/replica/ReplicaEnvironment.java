package dev.kafkaorders.replica;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;

/// Adds the property `replica.number`. Who doesn't use it has no question asked to any name server.
final class ReplicaEnvironment implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        environment
                .getPropertySources()
                .addLast(new ReplicaPropertySource(NameServer.ofThisMachine()));
    }
}
