package dev.kafkaorders.lab.benchmark.accepting.perrequest;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/// Takes the orders that order-producer takes, with the same libraries and the same JVM, and writes
/// each in a transaction of its own.
@SpringBootApplication
@ConfigurationPropertiesScan
public class PerRequestApplication {
    /// What would stand in its `application.yaml`, if the class path were its own.
    public static final Map<String, String> ENVIRONMENT =
            Map.of(
                    "SPRING_THREADS_VIRTUAL_ENABLED", "true",
                    "MANAGEMENT_ENDPOINT_HEALTH_PROBES_ENABLED", "true",
                    "SPRING_AUTOCONFIGURE_EXCLUDE",
                            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration,"
                                + "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration");

    /// As a process of its own.
    public static void main(String[] arguments) {
        SpringApplication.run(PerRequestApplication.class, arguments);
    }
}
