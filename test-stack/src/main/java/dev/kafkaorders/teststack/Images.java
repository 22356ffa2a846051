package dev.kafkaorders.teststack;

import java.util.List;
import org.testcontainers.utility.DockerImageName;

/// The images of the Docker stack; the versions are those that the local stack runs.
final class Images {

    static final DockerImageName KAFKA = DockerImageName.parse("apache/kafka:4.2.2");
    static final DockerImageName POSTGRES = DockerImageName.parse("postgres:18");
    static final List<DockerImageName> ALL = List.of(KAFKA, POSTGRES);

    private Images() {}
}
